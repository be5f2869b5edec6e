// Seeded sources for bench:grounding: services of the kind that repeat themselves, in four languages.

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function pick(random, list) {
  return list[Math.floor(random() * list.length)]
}

const nouns =
  'order user account invoice payment session token cart item price rate discount address region shipment parcel queue job worker cache entry record document page report filter event handler channel message topic tenant role permission policy limit quota window bucket metric sample lease lock node shard replica index cursor batch chunk stream buffer'.split(
    ' ',
  )
const verbs =
  'load find fetch save update remove create build parse merge apply check validate compute count resolve collect schedule release acquire refresh publish'.split(
    ' ',
  )
const fields =
  'id name status total amount count version owner kind createdAt expiresAt limit offset priority retries size key value'.split(
    ' ',
  )

const camel = (...words) => words.map((word, index) => (index === 0 ? word : upper(word))).join('')
const pascal = (...words) => words.map(upper).join('')
const snake = (...words) =>
  words.map((word) => word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)).join('_')
const upper = (word) => word[0].toUpperCase() + word.slice(1)

/** One function as a list of lines; each draws its shape and its names. */
const languages = {
  ts: {
    head: (draw) => [
      `import { ${pascal(draw.noun())} } from './${draw.noun()}.js'`,
      `import { make${pascal(draw.noun())} } from '../${draw.noun()}/${draw.noun()}.js'`,
      '',
    ],
    functions: [
      ({ verb, noun, other, field, number }) => [
        `export async function ${camel(verb, noun, 'by', field)}(store: Store, ${field}: string): Promise<${pascal(noun)} | undefined> {`,
        `  const ${noun} = await store.${verb}('${noun}', ${field})`,
        `  if (${noun} === undefined) {`,
        '    return undefined',
        '  }',
        `  if (${noun}.${field} !== ${field} || ${noun}.retries > ${number}) {`,
        `    throw new Error(\`${noun} \${${field}} is stale\`)`,
        '  }',
        `  return { ...${noun}, ${other}: ${noun}.${other} ?? null }`,
        '}',
        '',
      ],
      ({ verb, noun, other, field, number }) => [
        `function ${camel(verb, noun, other)}(${noun}s: readonly ${pascal(noun)}[], ${other}: number): number {`,
        '  let total = 0',
        `  for (const ${noun} of ${noun}s) {`,
        `    if (!${noun}.active) continue`,
        `    total += ${noun}.${field} * ${other}`,
        '  }',
        `  return total >= ${number} ? total - ${number} : total`,
        '}',
        '',
      ],
      ({ verb, noun, other, field }) => [
        `/** Keeps the ${noun}s that have a ${field}. */`,
        `export const ${camel(verb, other, noun)} = (${noun}s: ${pascal(noun)}[], seen: Set<string>) => {`,
        `  const kept = ${noun}s.filter((${noun}) => ${noun}.${field} && !seen.has(${noun}.${field}))`,
        `  kept.forEach((${noun}) => seen.add(${noun}.${field}))`,
        `  log.debug('${verb} ${noun}', { count: kept.length })`,
        '  return kept',
        '}',
        '',
      ],
    ],
  },
  py: {
    head: (draw) => [
      `from .${draw.noun()} import ${pascal(draw.noun())}`,
      'import logging',
      '',
      'log = logging.getLogger(__name__)',
      '',
      '',
    ],
    functions: [
      ({ verb, noun, other, field, number }) => [
        `def ${snake(verb, noun, other)}(session, ${snake(field)}, limit=${number}):`,
        `    """Reads the ${noun} of a ${other}."""`,
        `    rows = session.query(${pascal(noun)}).filter_by(${snake(field)}=${snake(field)}).limit(limit).all()`,
        '    if not rows:',
        '        return None',
        `    ${noun} = rows[0]`,
        `    if ${noun}.${snake(other)} is None or ${noun}.version < ${number}:`,
        `        raise ValueError(f"{${snake(field)}} has no ${other}")`,
        `    return ${noun}`,
        '',
        '',
      ],
      ({ verb, noun, other, field, number }) => [
        `class ${pascal(noun, other)}:`,
        `    def __init__(self, ${snake(field)}, ${other}=None):`,
        `        self.${snake(field)} = ${snake(field)}`,
        `        self.${other} = ${other} or []`,
        '        self.closed = False',
        '',
        `    def ${snake(verb, noun)}(self, ${noun}):`,
        '        if self.closed:',
        '            return False',
        `        self.${other}.append(${noun})`,
        `        return len(self.${other}) <= ${number}`,
        '',
        '',
      ],
      ({ verb, noun, other, field }) => [
        `async def ${snake(verb, other, noun)}(client, ${noun}s):`,
        '    results = {}',
        `    for ${noun} in ${noun}s:`,
        '        try:',
        `            results[${noun}.${snake(field)}] = await client.${verb}("${noun}", ${noun}.${snake(field)})`,
        '        except TimeoutError:',
        `            log.warning("${verb} of ${noun} %s timed out", ${noun}.${snake(field)})`,
        '            continue',
        '    return results',
        '',
        '',
      ],
    ],
  },
  go: {
    head: (draw) => [`package ${draw.noun()}`, '', 'import (', '\t"context"', '\t"errors"', '\t"fmt"', ')', ''],
    functions: [
      ({ verb, noun, other, field, number }) => [
        `func (s *Service) ${pascal(verb, noun, other)}(ctx context.Context, ${field} string) (*${pascal(noun)}, error) {`,
        `\t${noun}, err := s.${other}.${pascal(verb)}(ctx, ${field})`,
        '\tif err != nil {',
        `\t\treturn nil, fmt.Errorf("${verb} ${noun}: %w", err)`,
        '\t}',
        `\tif ${noun}.${upper(field)} == "" || ${noun}.Retries >= ${number} {`,
        `\t\treturn nil, Err${pascal(noun)}NotFound`,
        '\t}',
        `\treturn ${noun}, nil`,
        '}',
        '',
      ],
      ({ verb, noun, other, field, number }) => [
        `func ${camel(verb, noun, field)}(${noun}s []${pascal(noun)}, ${other} int) int {`,
        '\ttotal := 0',
        `\tfor _, ${noun} := range ${noun}s {`,
        `\t\tif !${noun}.Active {`,
        '\t\t\tcontinue',
        '\t\t}',
        `\t\ttotal += ${noun}.${upper(field)} * ${other}`,
        '\t}',
        `\tif total > ${number} {`,
        `\t\ttotal = ${number}`,
        '\t}',
        '\treturn total',
        '}',
        '',
      ],
      ({ verb, noun, other, field }) => [
        `type ${pascal(noun, other)} struct {`,
        `\t${upper(field)} string`,
        `\t${upper(other)} *${pascal(other)}`,
        '\tmu sync.Mutex',
        '}',
        '',
        `func (r *${pascal(noun, other)}) ${pascal(verb)}(${noun} string) error {`,
        '\tr.mu.Lock()',
        '\tdefer r.mu.Unlock()',
        `\tif r.${upper(other)} == nil {`,
        `\t\treturn errors.New("no ${other} for ${noun}")`,
        '\t}',
        `\tr.${upper(field)} = ${noun}`,
        '\treturn nil',
        '}',
        '',
      ],
    ],
  },
  java: {
    head: (draw) => [
      `package com.example.${draw.noun()};`,
      '',
      'import java.util.List;',
      `import com.example.${draw.noun()}.${pascal(draw.noun())};`,
      '',
      `public final class ${pascal(draw.noun(), draw.noun())} {`,
    ],
    functions: [
      ({ verb, noun, other, field, number }) => [
        `    public ${pascal(noun)} ${camel(verb, noun, other)}(String ${field}) {`,
        `        ${pascal(noun)} ${noun} = ${other}Repository.${verb}(${field});`,
        `        if (${noun} == null) {`,
        `            throw new IllegalStateException("no ${noun} for " + ${field});`,
        '        }',
        `        if (${noun}.get${upper(field)}().isEmpty() && ${noun}.getRetries() <= ${number}) {`,
        `            ${noun}.set${upper(other)}(null);`,
        '        }',
        `        return ${noun};`,
        '    }',
        '',
      ],
      ({ verb, noun, other, field, number }) => [
        `    private int ${camel(verb, noun, field)}(List<${pascal(noun)}> ${noun}s, int ${other}) {`,
        '        int total = 0;',
        `        for (${pascal(noun)} ${noun} : ${noun}s) {`,
        `            if (!${noun}.isActive()) {`,
        '                continue;',
        '            }',
        `            total += ${noun}.get${upper(field)}() * ${other};`,
        '        }',
        `        return Math.min(total, ${number});`,
        '    }',
        '',
      ],
      ({ verb, noun, other, field }) => [
        '    @Override',
        `    public boolean ${camel(verb, other, noun)}(${pascal(noun)} ${noun}) {`,
        '        try {',
        `            return ${other}Client.${verb}(${noun}.get${upper(field)}()) != null;`,
        '        } catch (TimeoutException timedOut) {',
        `            logger.warn("${verb} of ${noun} timed out", timedOut);`,
        '            return false;',
        '        }',
        '    }',
        '',
      ],
    ],
  },
}

/** Files of about so many lines in all four languages, as path → text. */
export function generateFiles(seed, { perLanguage, lines }) {
  const random = seeded(seed)
  const files = new Map()
  for (const [extension, language] of Object.entries(languages)) {
    for (let number = 0; number < perLanguage; number += 1) {
      const folder = `${pick(random, ['services', 'lib', 'internal'])}/${pick(random, nouns)}`
      files.set(
        `${folder}/${pick(random, verbs)}-${pick(random, nouns)}-${number}.${extension}`,
        generate(random, language, lines),
      )
    }
  }
  return files
}

/** One file of that language. */
export function generateFile(seed, extension, lines) {
  return generate(seeded(seed), languages[extension], lines)
}

function generate(random, { head, functions }, lines) {
  const text = head({ noun: () => pick(random, nouns) })
  // A file is about few things, so its functions resemble each other.
  const own = Array.from({ length: 6 }, () => pick(random, nouns))
  while (text.length < lines) {
    const names = {
      ...{ verb: pick(random, verbs), noun: pick(random, own), other: pick(random, own), field: pick(random, fields) },
      number: Math.floor(random() * 50) + 2,
    }
    text.push(...pick(random, functions)(names))
  }
  return `${text.join('\n')}\n`
}
