import { stemOf } from './stem.js'

/** Words that say nothing about which defect is meant, in the spelling of the text. */
export const idleWords: ReadonlySet<string> = new Set(
  `a about after again all already also although always an and another any anybody anyone anything are as at away be because
  become becomes been before being below both but by came can cannot come comes could did do does doing done down each either
  else etc even ever every everybody everyone everything few first for from further gets give gives go goes gone got had has
  have he hence her here him his how however i if in instead into is isn it its itself just keep keeps last least let lets
  like made make makes many may me might more most much must my namely need needs neither never no nobody nor not nothing now
  of off on once one only onto or other others otherwise our out over own per please put puts quite rather really same say
  says see seems several shall she should simply since so some somebody someone something soon still such take taken takes
  than that the their them then there therefore these they thing this those though three through thus to together too two
  under until up upon us use used uses using very via want wants was way we well were what whatever when where whereas which
  while who whole whose why will with within would yet you your aren doesn don didn won hasn haven wasn shouldn couldn
  e g ie eg code function method line lines here missing lack lacks absent add
  should code`.split(/\s+/),
)

/** What reviewers call by different names: each row is one idea, named after its first word. */
const ideas: readonly string[] = [
  'null nil none undefined nullpointer nullpointerexception npe',
  'crash panic panics throw throws thrown raise raises terminate exception exceptions',
  'fail failure failed error errno unsuccessful unhandled uncaught',
  'race races atomic concurrent concurrency concurrently simultaneous simultaneously parallel toctou',
  'deadlock starve starvation livelock',
  'leak leakage unclosed unreleased',
  'close closed dispose clean cleanup free',
  'delete deletion remove removal erase wipe destroy discard drop purge unlink',
  'duplicate double doubled twice repeat repeated second',
  'limit cap bound bounded unbounded unlimited maximum max unlimit',
  'grow grows growth fill pile exhaust exhaustion accumulate',
  'validate validation valid check verify verification unvalidated unchecked unverified whitelist allowlist',
  'escape unescaped sanitize sanitise unsanitized unsanitised neutralise neutralize unfiltered strip filter',
  'secret credential password passphrase',
  'inject injection interpolate interpolation expand expansion',
  'guess guessable predict predictable',
  'random randomness prng rng',
  'ignore swallow silent silently unnoticed hide hides hidden suppress unobserved',
  'authorization authorisation authorize permission ownership owner acl idor',
  'authentication authenticate authenticated login unauthenticated',
  'overflow overflows wrap wraps wraparound',
  'attacker attack malicious untrusted hostile',
  'hang hangs stuck indefinitely indefinite forever block blocks blocking timeout',
  'stale old older outdated obsolete earlier',
  'fetch load retrieve query queries',
  'memory heap ram oom outofmemoryerror',
  'directory folder dir',
  'await unawaited floating',
  'wait waits sleep backoff delay pause',
  'retry retries retrying attempt resubmit',
  'order sort ordering sequence',
  'mutate mutable mutation modify modification',
  'reverse invert inverted reversed swap swapped',
  'transaction transactional atomically commit rollback',
  'print log logged expose exposure disclose disclosure visible',
  'argument arg parameter param',
  'truncate truncated partial incomplete',
  'encode encoding charset codec',
  'precision round rounding decimal decimals',
  'malformed corrupt garbled garbage',
  'reuse pool',
  'scan lookup search find',
  'expire expired expiry expiration ttl',
  'evict eviction',
  'spin spins poll polling busy idle',
  'slow performance latency',
  'cancel cancelled cancellation abort aborted',
  'overwrite replace clobber',
  'bypass circumvent evade spoof forge forged',
  'submit submission send sent resend post',
  'reject refuse deny disallow decline declined',
  'permit allow accept permissive',
  'save store persist write written writes',
  'compare comparison equality equal equals',
  'allocate allocation malloc',
  'negative minus below zero',
  'reduce decrement subtract deduct',
  'increase increment',
  'privilege scope grant granted access',
  'dangerous unsafe insecure',
  'rate throttle flood hammer',
  'amount money currency price',
  'shared sharing global',
  'final last',
  'initial first',
  'convert conversion cast',
  'deploy deployment release',
  'docs documentation documented comment',
  'rename renamed',
  'nested recursive recursion',
  'host hostname domain',
  'url uri link',
  'picture image photo avatar',
  'email mail message',
]

/** Stem → the idea that it stands for. */
export const ideaOf: ReadonlyMap<string, string> = new Map(
  ideas.flatMap((row) => {
    const words = row.split(' ')
    return words.map((word): [string, string] => [stemOf(word), `~${words[0]}`])
  }),
)
