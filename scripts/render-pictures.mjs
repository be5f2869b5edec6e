// Draws Markdown as GitHub shows it, light and dark: for the pictures in docs/images, and for looking at a layout.
// What draws is no dependency of the project. It stands in a directory of its own, beside Chromium, fonts and pngquant:
//   npm install --prefix /tmp/draw puppeteer-core@24 micromark@4 micromark-extension-gfm@3 github-markdown-css@5
//   apt-get install chromium fonts-noto-core fonts-noto-color-emoji pngquant
// The README shows the job summary of the demo, down to what to do about its first result:
//   node dist/index.js demo
//   node scripts/render-pictures.mjs --tools /tmp/draw --title "review summary" --height 726 --out docs/images <its folder>/job-summary.md
//   pngquant --force --ext .png docs/images/*.png
// For looking at pages leave out --title and --height: a picture is then as high as its page. Comments have
// --font-size 14, and --width 390 on a phone. Every page becomes <name>.png and <name>-dark.png.
import { readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const SHARPNESS = 2
/** Below this width a page is a phone's, and GitHub leaves less room around it. */
const PHONE = 600

const { values: options, positionals: pages } = parseArgs({
  options: {
    tools: { type: 'string' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
    out: { type: 'string', default: '.' },
    title: { type: 'string' },
    width: { type: 'string', default: '1012' },
    height: { type: 'string' },
    'font-size': { type: 'string', default: '16' },
  },
  allowPositionals: true,
})
if (options.tools === undefined || pages.length === 0) {
  console.error(
    'usage: render-pictures.mjs --tools DIR [--out DIR] [--title TEXT] [--width N] [--height N] PAGE.md ...',
  )
  process.exit(2)
}

const packages = join(resolve(options.tools), 'node_modules')
const { default: puppeteer } = await load('puppeteer-core')
const { micromark } = await load('micromark')
const { gfm, gfmHtml } = await load('micromark-extension-gfm')
const style = readFileSync(join(packages, 'github-markdown-css/github-markdown.css'), 'utf8')

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

/** A package of the tools, by the file that `import` gets. */
async function load(name) {
  const directory = join(packages, name)
  const { exports: entries, main } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'))
  return import(pathToFileURL(join(directory, entryOf(entries?.['.'] ?? entries) ?? main)).href)
}

function entryOf(entry) {
  return typeof entry === 'object' ? entryOf(entry.import ?? entry.default) : entry
}

async function draw(path, { scheme, suffix }) {
  const page = await browser.newPage()
  const height = Number(options.height ?? 1)
  await page.setViewport({ width: Number(options.width), height, deviceScaleFactor: SHARPNESS })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  // Only a page that came from a file may show the pictures beside it.
  await page.goto(pathToFileURL(resolve(path)).href)
  await page.setContent(asPage(readFileSync(path, 'utf8'), pathToFileURL(`${dirname(resolve(path))}/`)))
  const file = join(options.out, `${basename(path, '.md')}${suffix}.png`)
  await page.screenshot({ path: file, fullPage: options.height === undefined })
  await page.close()
  console.log(file)
}

function asPage(markdown, base) {
  const body = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })
  const article = `<article class="markdown-body page">${body}</article>`
  return `<!doctype html><base href="${base}"><style>${style}${ownStyle()}</style><body class="markdown-body">${framed(article)}`
}

/** With a title, in the box that the page of a run has around a summary. */
function framed(article) {
  return options.title === undefined ? article : `<div class="box"><h6>${options.title}</h6>${article}</div>`
}

function ownStyle() {
  const room = Number(options.width) < PHONE ? 16 : 24
  return `
    body { margin: 0; overflow: hidden }
    .page { padding: ${room}px; font-size: ${options['font-size']}px }
    .box { border: 1px solid var(--borderColor-default); border-radius: 6px; overflow: hidden }
    .box h6 { margin: 0; padding: 12px 16px; background: var(--bgColor-muted); color: inherit;
      border-bottom: 1px solid var(--borderColor-default) }`
}
