// Draws Markdown as GitHub shows it, light and dark, for the pictures in docs/images and for looking at a layout.
// What draws is no dependency of the project; it stands in a directory of its own, with Chromium and its fonts:
//   mkdir /tmp/draw && npm install --prefix /tmp/draw puppeteer-core@24 micromark@4 micromark-extension-gfm@3 github-markdown-css@5
//   apt-get install chromium fonts-noto-color-emoji fonts-noto-core
// The pictures of the README are the summary of the demo, down to its first result, at about the README's own width:
//   node dist/index.js demo
//   node scripts/render-pictures.mjs --tools /tmp/draw --width 830 --height 900 --out docs/images <its folder>/job-summary.md
// Without --height a picture is as high as its page. Each page becomes <name>.png and <name>-dark.png.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

/** Below this a page is a phone's, and GitHub leaves less room around it. */
const PHONE = 600
const SHARPNESS = 2

const { values: options, positionals: pages } = parseArgs({
  options: {
    tools: { type: 'string' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
    out: { type: 'string', default: '.' },
    width: { type: 'string', default: '1012' },
    height: { type: 'string' },
    'font-size': { type: 'string', default: '16' },
  },
  allowPositionals: true,
})
if (options.tools === undefined || pages.length === 0) {
  console.error('usage: render-pictures.mjs --tools DIR [--width 1012] [--height N] [--out DIR] PAGE.md ...')
  process.exit(2)
}

const require = createRequire(join(resolve(options.tools), 'tools.cjs'))
const { default: puppeteer } = await load('puppeteer-core')
const { micromark } = await load('micromark')
const { gfm, gfmHtml } = await load('micromark-extension-gfm')
const style = readFileSync(require.resolve('github-markdown-css/github-markdown.css'), 'utf8')

// Chromium's own sandbox does not start for root; the pages are ours.
const browser = await puppeteer.launch({ executablePath: options.chromium, args: ['--no-sandbox'] })
try {
  for (const page of pages) {
    await draw(page, { scheme: 'light', suffix: '' })
    await draw(page, { scheme: 'dark', suffix: '-dark' })
  }
} finally {
  await browser.close()
}

async function load(name) {
  // A package may be written for `import` only, which `require.resolve` refuses; its directory is found all the same.
  const directory = join(resolve(options.tools), 'node_modules', name)
  const { exports: entries, main } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'))
  return import(pathToFileURL(join(directory, entryOf(entries?.['.'] ?? entries) ?? main)).href)
}

/** The file that `import` gets: the default of the innermost condition. */
function entryOf(entry) {
  return typeof entry === 'object' ? entryOf(entry.import ?? entry.default) : entry
}

async function draw(path, { scheme, suffix }) {
  const width = Number(options.width)
  const page = await browser.newPage()
  await page.setViewport({ width, height: Number(options.height ?? 600), deviceScaleFactor: SHARPNESS })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  // Loaded as a file, so that pictures beside the page are shown.
  await page.goto(pathToFileURL(resolve(path)).href)
  await page.setContent(asPage(readFileSync(path, 'utf8'), { width, base: pathToFileURL(`${dirname(resolve(path))}/`) }))
  const name = `${basename(path, '.md')}${suffix}.png`
  await page.screenshot({ path: join(options.out, name), fullPage: options.height === undefined })
  await page.close()
  console.log(join(options.out, name))
}

function asPage(markdown, { width, base }) {
  const body = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })
  const room = width < PHONE ? 16 : 24
  const own = `body { margin: 0 } .markdown-body { padding: ${room}px; font-size: ${options['font-size']}px; min-height: 100vh }`
  return `<!doctype html><base href="${base}"><style>${style}\n${own}</style><article class="markdown-body">${body}</article>`
}
