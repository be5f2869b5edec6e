import type { ReviewerRuleId, Severity } from '../../src/types/rule.js'

/** What a template is filled with. */
export interface Names {
  /** `order` */
  readonly noun: string
  /** `Order` */
  readonly Noun: string
  /** The function that it stands in. */
  readonly symbol: string
}

/** One thing that is wrong at a place, and how it may be said. */
export interface DefectTemplate {
  /** The usual rule first. */
  readonly rules: readonly ReviewerRuleId[]
  readonly severities: readonly Severity[]
  /** Which of the bad lines are wrong: the first, and how many. */
  readonly guilty: readonly [number, number]
  wordings(names: Names): readonly (readonly [title: string, message: string])[]
}

/** Lines of code with one or two defects, and what they are when they are right. */
export interface SiteTemplate {
  readonly name: string
  /** Two spaces stand for one level. */
  bad(names: Names): readonly string[]
  good(names: Names): readonly string[]
  readonly defects: readonly DefectTemplate[]
}

const grave = ['high', 'critical'] as const
const mild = ['medium', 'low'] as const

/** What goes wrong in generated code. */
export const siteTemplates: readonly SiteTemplate[] = [
  {
    name: 'last one left out',
    bad: ({ noun }) => [
      `for (let index = 0; index < ${noun}s.length - 1; index += 1) {`,
      `  sum += ${noun}s[index].amount`,
      '}',
    ],
    good: ({ noun }) => [`for (const each of ${noun}s) sum += each.amount`],
    defects: [
      {
        rules: ['correctness', 'contract'],
        severities: grave,
        guilty: [0, 1],
        wordings: ({ noun, symbol }) => [
          [
            'Loop stops one element early',
            `The bound \`${noun}s.length - 1\` leaves out the last ${noun}, so the sum is too small by its amount.`,
          ],
          [
            `Last ${noun} is never added`,
            `In ${symbol} the condition \`index < ${noun}s.length - 1\` skips the final element of the loop, so its amount is missing from the sum.`,
          ],
          [
            'Off-by-one error in the summation',
            `Because of the \`- 1\` the loop does not visit the last element of the ${noun}s: its amount is left out, and the sum that is returned is too small.`,
          ],
        ],
      },
    ],
  },
  {
    name: 'text pasted into a query',
    bad: ({ noun }) => [
      `const text = \`select * from ${noun}s where owner = '\${request.owner}'\``,
      'const rows = await database.run(text)',
    ],
    good: ({ noun }) => [`const rows = await database.run('select * from ${noun}s where owner = ?', [request.owner])`],
    defects: [
      {
        rules: ['security', 'security', 'injection'],
        severities: grave,
        guilty: [0, 1],
        wordings: ({ noun, symbol }) => [
          [
            'SQL injection through the owner',
            '`request.owner` is pasted into the SQL text, so a quote in it ends the string and the rest runs as SQL.',
          ],
          [
            `Unescaped input in the ${noun}s query`,
            `${symbol} builds its SELECT from \`request.owner\` without a parameter. An attacker who controls the owner can inject SQL into the query and read every row.`,
          ],
          [
            'Query is built by string interpolation',
            `The owner of the request goes into the SQL statement as text. Pass it as a bound parameter, otherwise an attacker can inject SQL and read rows of others.`,
          ],
        ],
      },
    ],
  },
  {
    name: 'promise forgotten',
    bad: ({ noun }) => [`${noun}Store.save(${noun})`, `audit.note('${noun} saved', ${noun}.id)`],
    good: ({ noun }) => [`await ${noun}Store.save(${noun})`, `audit.note('${noun} saved', ${noun}.id)`],
    defects: [
      {
        rules: ['error-handling', 'concurrency', 'correctness'],
        severities: grave,
        guilty: [0, 1],
        wordings: ({ noun, symbol }) => [
          [
            'Promise of save is not awaited',
            `\`${noun}Store.save\` returns a promise that nobody awaits: without await a failed write is an unhandled rejection, and the audit note claims that it was saved.`,
          ],
          [
            `Saving the ${noun} is fire and forget`,
            `${symbol} does not await the promise and goes on before the store has written. When the write fails, the rejection is unhandled and the caller believes that it was saved.`,
          ],
          [
            'Missing await',
            `Without \`await\` the save runs in the background, and its failure never reaches the caller of ${symbol}.`,
          ],
        ],
      },
    ],
  },
  {
    name: 'failure swallowed',
    bad: ({ Noun, noun }) => [
      'try {',
      `  await deliver${Noun}(${noun}, transport)`,
      '} catch {',
      `  delivered.add(${noun}.id)`,
      '}',
    ],
    good: ({ Noun, noun }) => [`await deliver${Noun}(${noun}, transport)`, `delivered.add(${noun}.id)`],
    defects: [
      {
        rules: ['error-handling', 'data-loss'],
        severities: grave,
        guilty: [1, 3],
        wordings: ({ noun, Noun }) => [
          [
            'Failed deliveries are marked as delivered',
            `The catch block of \`deliver${Noun}\` adds the id to \`delivered\`, so an error of the transport is swallowed and whatever failed counts as delivered and is never tried again.`,
          ],
          [
            'Exception is swallowed',
            `The catch block drops any error that \`deliver${Noun}\` throws, and the ${noun} counts as delivered although its delivery failed.`,
          ],
          [
            `A ${noun} is lost when its delivery fails`,
            'The empty catch treats a transport error like a success: the id lands in `delivered` and no retry follows.',
          ],
        ],
      },
    ],
  },
  {
    name: 'path from outside',
    bad: ({ noun }) => [
      `const target = join(${noun}Directory, request.fileName)`,
      `const ${noun}Bytes = await readFile(target)`,
    ],
    good: ({ noun }) => [
      `const target = join(${noun}Directory, basename(request.fileName))`,
      `const ${noun}Bytes = await readFile(target)`,
    ],
    defects: [
      {
        rules: ['security'],
        severities: grave,
        guilty: [0, 2],
        wordings: ({ noun, symbol }) => [
          [
            'Path traversal with the requested file name',
            `\`request.fileName\` may hold \`../\`, so that \`join\` leaves \`${noun}Directory\` and any file of the server can be read.`,
          ],
          [
            `Files outside of ${noun}Directory can be read`,
            `${symbol} joins a name that the client sends without checking it; with dots in it the path escapes from the directory.`,
          ],
          [
            'Unchecked file name from the request',
            'A client that sends `../../etc/passwd` as file name gets that file, because the joined path is never held to the directory.',
          ],
        ],
      },
    ],
  },
  {
    name: 'secret compared',
    bad: ({ noun }) => [`if (request.signature === sign(${noun}Key, request.body)) return accept(request)`],
    good: ({ noun }) => [
      `if (timingSafeEqual(request.signature, sign(${noun}Key, request.body))) return accept(request)`,
    ],
    defects: [
      {
        rules: ['security'],
        severities: mild,
        guilty: [0, 1],
        wordings: ({ noun, symbol }) => [
          [
            'Signature is compared in variable time',
            '`===` compares in variable time: it stops at the first different character, and the time that it takes tells an attacker how much of the signature is right.',
          ],
          [
            'Timing attack on the signature check',
            `${symbol} compares the signature with \`===\`. Use \`timingSafeEqual\`, because the time of the comparison tells an attacker how much of it is right.`,
          ],
          [
            `Signatures made with ${noun}Key can be guessed`,
            'The comparison is not constant in time, so that a signature can be found out character by character.',
          ],
        ],
      },
    ],
  },
  {
    name: 'cache that only grows',
    bad: ({ noun, Noun }) => [
      `const known = ${noun}Cache.get(key) ?? (await load${Noun}(key))`,
      `${noun}Cache.set(key, known)`,
    ],
    good: ({ noun, Noun }) => [
      `const known = ${noun}Cache.get(key) ?? (await load${Noun}(key))`,
      `${noun}Cache.set(key, known, { maximum: 1_000 })`,
    ],
    defects: [
      {
        rules: ['resource', 'performance'],
        severities: mild,
        guilty: [1, 1],
        wordings: ({ noun, symbol }) => [
          [
            'Cache grows without a limit',
            `Entries are put into \`${noun}Cache\` and never removed, so that the cache grows with each new key until the process runs out of memory.`,
          ],
          [
            'Memory leak',
            `${symbol} keeps every ${noun} that was ever loaded in its cache. Bound it or evict the oldest ones.`,
          ],
          [
            `${noun}Cache is unbounded`,
            'Each new key adds an entry to the cache that is never removed. With keys from requests it grows until the memory of the server is full.',
          ],
        ],
      },
    ],
  },
  {
    name: 'handle left open',
    bad: ({ noun }) => [
      `const handle = await open(${noun}.path)`,
      'const header = await handle.read(Buffer.alloc(64))',
      'if (header.bytesRead < 64) return undefined',
      'await handle.close()',
    ],
    good: ({ noun }) => [
      `await using handle = await open(${noun}.path)`,
      'const header = await handle.read(Buffer.alloc(64))',
      'if (header.bytesRead < 64) return undefined',
    ],
    defects: [
      {
        rules: ['resource', 'error-handling'],
        severities: grave,
        guilty: [0, 3],
        wordings: ({ noun, symbol }) => [
          [
            'File handle leaks on the early return',
            'When fewer than 64 bytes were read, the function returns without closing `handle`.',
          ],
          [
            `Descriptor of the ${noun} is not closed`,
            `The early return in ${symbol} leaves the file open for short files, and for reads that throw; after some thousand leaked descriptors no file can be opened any more.`,
          ],
          [
            'Missing close of an opened file',
            'The handle is closed on the usual path only. The early return for a short file skips `close`, so open descriptors leak.',
          ],
        ],
      },
    ],
  },
  {
    name: 'lost update',
    bad: ({ noun }) => [
      `const stock = await ${noun}Counters.read(${noun}.id)`,
      `await ${noun}Counters.write(${noun}.id, stock - taken)`,
    ],
    good: ({ noun }) => [`await ${noun}Counters.decrease(${noun}.id, taken)`],
    defects: [
      {
        rules: ['concurrency', 'data-loss', 'correctness'],
        severities: grave,
        guilty: [0, 2],
        wordings: ({ noun, symbol }) => [
          [
            'Counter is read and written without a lock',
            `Two requests that read the same stock both write their own difference back, and one update is lost.`,
          ],
          [
            `Race condition on ${noun}Counters`,
            `Between the read and the write in ${symbol} another request can change the stock; its change is overwritten.`,
          ],
          [
            'Lost update under concurrent requests',
            'The stock is decremented by a read followed by a write. Make it one atomic step, or concurrent callers overwrite each other.',
          ],
        ],
      },
    ],
  },
  {
    name: 'comparison the wrong way',
    bad: ({ noun }) => [`if (${noun}.expiresAt < clock.now()) return grant(${noun})`],
    good: ({ noun }) => [`if (${noun}.expiresAt > clock.now()) return grant(${noun})`],
    defects: [
      {
        rules: ['correctness', 'security'],
        severities: grave,
        guilty: [0, 1],
        wordings: ({ noun, symbol }) => [
          [
            'Expiry check is inverted',
            `\`${noun}.expiresAt < clock.now()\` compares the wrong way round: it holds for what has expired already, so exactly the wrong ones are granted access.`,
          ],
          [
            `Expired ${noun}s are granted access`,
            `${symbol} compares the wrong way round: valid ones are refused, and expired ones pass.`,
          ],
          [
            'Wrong comparison operator',
            'The comparison must be `>`; as it stands access is granted only to what has expired already, and what is valid is refused.',
          ],
        ],
      },
    ],
  },
  {
    name: 'zero taken for nothing',
    bad: ({ noun }) => [`const ${noun}Limit = options.limit || 50`],
    good: ({ noun }) => [`const ${noun}Limit = options.limit ?? 50`],
    defects: [
      {
        rules: ['correctness', 'contract', 'docs'],
        severities: mild,
        guilty: [0, 1],
        wordings: ({ noun, symbol }) => [
          ['A limit of 0 becomes 50', 'The `||` takes 0 for a missing option, so nobody can ask for no result at all.'],
          [
            'Falsy default replaces a valid zero',
            `\`options.limit || 50\` in ${symbol} ignores an explicit zero, because it is falsy, and falls back to fifty results. Use \`??\`.`,
          ],
          [
            `${noun}Limit ignores zero`,
            'Callers that pass an explicit limit of zero get fifty results, because zero is falsy and `||` falls back to the default.',
          ],
        ],
      },
    ],
  },
  {
    name: 'deleted before it was copied',
    bad: ({ noun }) => [
      `await ${noun}Files.remove(previous)`,
      `await ${noun}Files.copy(incoming, previous)`,
      `await ${noun}Files.remove(incoming)`,
    ],
    good: ({ noun }) => [`await ${noun}Files.replace(previous, incoming)`],
    defects: [
      {
        rules: ['data-loss', 'error-handling'],
        severities: grave,
        guilty: [0, 2],
        wordings: ({ noun, symbol }) => [
          [
            'Old file is removed before the new one is in place',
            'If the copy fails after the previous version was deleted, that version is gone and nothing has taken its place, so that data is lost.',
          ],
          [
            `Data of the ${noun} is lost when the copy fails`,
            `${symbol} deletes the previous version first and copies afterwards. When the copy fails, or on a crash between the two, no version is left at all.`,
          ],
          [
            'Replacement is not atomic',
            'Deleting the target and then copying over it leaves a window in which neither version exists; write beside it and rename.',
          ],
        ],
      },
    ],
  },
  {
    name: 'two defects on one line',
    bad: ({ noun }) => [
      `for (const each of ${noun}s) {`,
      `  const parts = await database.run('select * from ${noun}_parts where ${noun}_id = ?', [each.id])`,
      '  lines.push(...parts)',
      '}',
    ],
    good: ({ noun }) => [
      `const parts = await database.run('select * from ${noun}_parts where tenant = ?', [tenant])`,
      'lines.push(...parts)',
    ],
    defects: [
      {
        rules: ['performance'],
        severities: mild,
        guilty: [0, 2],
        wordings: ({ noun, symbol }) => [
          [
            'One query for each element',
            `${symbol} asks the database once per ${noun}; a list of a thousand makes a thousand round trips. Fetch all of them at once.`,
          ],
          [
            'N+1 queries',
            `The statement runs inside of the loop, so that the number of queries grows with the number of ${noun}s.`,
          ],
          [
            `Parts of ${noun}s are fetched one by one`,
            'Every pass of the loop runs its own query and waits for its round trip to the database; a single query with `in` would fetch all at once.',
          ],
        ],
      },
      {
        rules: ['security'],
        severities: grave,
        guilty: [1, 1],
        wordings: ({ noun, symbol }) => [
          [
            'Rows of other tenants are returned',
            `The where clause names the ${noun} but not the tenant, so that a guessed id shows what belongs to another customer.`,
          ],
          [
            'Missing tenant filter',
            `${symbol} selects from \`${noun}_parts\` without restricting it to the caller's tenant; data leaks across customers.`,
          ],
          [
            'Tenant isolation is broken',
            'Nothing in the where clause of this select restricts the rows to the tenant who asks. Whoever guesses an id reads the data of another customer.',
          ],
        ],
      },
    ],
  },
]
