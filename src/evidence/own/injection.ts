import { foldText } from './fold-text.js'

/** A kind of text that is addressed to a reviewer or its tool rather than to people. */
interface Kind {
  /** Continues a sentence such as "This line …". */
  readonly says: string
  /** Bounded everywhere, so that matching is linear. */
  readonly pattern: RegExp
}

/** Signs that may stand before the first word of a line: comments, quotes, lists. */
const leader = '^[ /*#<>!|"\'`+:;()[\\]{}\\\\.,-]{0,16}'

/** Few and certain ones: a false alarm in ordinary prose or code costs more trust than a miss. */
const kinds: readonly Kind[] = [
  {
    says: 'asks to ignore earlier instructions',
    pattern:
      /\b(?:ignore|disregard|forget)(?: (?:all|any|every|everything|of|the|your|my|these|those|and|other)){0,5} (?:previous|previously|prior|above|earlier|preceding|foregoing|system)(?: (?:given|system|and|or|previous|prior|above|review)){0,3} (?:instructions?|prompts?|guidelines?|directives?)\b/i,
  },
  {
    says: 'asks to ignore instructions',
    pattern:
      /\b(?:ignore|disregard|forget)(?: (?:all|any|of|your)){1,3}(?: (?:the|your|other|initial|original)){0,2} (?:instructions|prompts|guidelines)\b/i,
  },
  {
    says: 'asks to ignore instructions',
    pattern: /\b(?:ignore|disregard|forget) (?:the |these )?(?:instructions|prompt) (?:above|before this)\b/i,
  },
  {
    says: 'poses as a message of another role and gives an order',
    pattern: new RegExp(
      `${leader}(?:system|human|assistant|developer|reviewer) ?: ?(?:please |now |you |must |should |are |to ){0,4}(?:approve|ignore|disregard|forget|output|print|return|report|respond|reply|reveal|pretend|act as|never|always|skip the|in maintenance)\\b`,
      'i',
    ),
  },
  { says: 'closes a block of untrusted text', pattern: /< ?\/ ?(?:untrusted|UNTRUSTED|Untrusted)[\w -]{0,40}>/ },
  { says: 'closes a block of untrusted text', pattern: /< ?\/ ?(?:diff|DIFF|pull[_-]request|PULL[_-]REQUEST) ?>/ },
  { says: 'poses as a message of a chat', pattern: /<\|im_start\|> ?(?:system|user|assistant)|\[\/?INST\]/ },
  {
    says: 'dictates a verdict',
    pattern: /\\?["']verdict\\?["'] ?: ?\\?["'](?:approved?|pass(?:ed)?|lgtm)\\?["']/i,
  },
  { says: 'dictates an empty list of findings', pattern: /\\?["']findings\\?["'] ?: ?\[ ?\]/i },
  { says: 'asks to approve a pull request', pattern: /\bgh pr review\b.{0,80}?(?:--| )approve\b/i },
  {
    says: 'asks to approve the change',
    pattern:
      /\b(?:always|immediately|just|simply|must|you should|reviewers?:|ai:) (?:just |simply )?approve (?:this|the) (?:pull request|merge request|pr|change|changes|diff|commit)\b/i,
  },
  {
    says: 'asks to report nothing',
    pattern: /\b(?:report|return|output|respond with|reply with|produce) (?:no|zero|0|an empty list of) findings\b/i,
  },
  {
    says: 'asks to report nothing',
    pattern: /\b(?:do not|don't|never) report any (?:findings?|issues?|problems?|vulnerabilit(?:y|ies)|bugs?)\b/i,
  },
  {
    says: 'claims a special mode',
    pattern:
      /\byou(?: are|'re) (?:now )?(?:running |operating )?in (?:an? )?(?:maintenance|developer|debug|admin|god|unrestricted|jailbreak) mode\b/i,
  },
  {
    says: 'speaks to an automated reviewer',
    pattern:
      /\b(?:note|message|attention|dear|hey|hello)(?: to| for|:|,)? (?:the |all |any )?(?:ai|llm|automated|automatic)(?: code)? review(?:er|ers|ing)?\b/i,
  },
  {
    says: 'speaks to a model',
    pattern: /\bif you are an? (?:ai|llm|(?:large )?language model|automated reviewer|ai reviewer)\b/i,
  },
  {
    says: 'asks for the instructions of the reviewer',
    pattern:
      /\b(?:reveal|print|repeat|output|leak) your (?:system prompt|initial prompt|initial instructions|hidden)\b/i,
  },
]

/** Says fast that a text has nothing of all this, which holds for nearly every line. */
const trigger =
  /ignore|disregard|forget|system|human|assistant|developer|reviewer|< ?\/ ?(?:untrusted|diff|pull)|im_start|INST\]|verdict|findings|approve|report any|you(?: are|'re) |ai |llm |automat|language model/i

const excerptBefore = 30
const excerptLength = 140
/** A cut may leave one half of a pair. */
const loneSurrogate = /\p{Cs}/gu

/** A text that gives orders to the reviewer: what it does, and the words. */
export interface Injection {
  readonly says: string
  /** Folded, cut around the match. */
  readonly excerpt: string
}

/** The first order to a reviewer in a line; undefined where there is none. */
export function findInjection(line: string): Injection | undefined {
  const text = foldText(line)
  if (!trigger.test(text)) return undefined
  for (const { says, pattern } of kinds) {
    const match = pattern.exec(text)
    if (match !== null) return { says, excerpt: excerptAt(text, match.index) }
  }
  return undefined
}

function excerptAt(text: string, offset: number): string {
  const start = Math.max(0, offset - excerptBefore)
  const end = Math.min(text.length, start + excerptLength)
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`.replace(loneSurrogate, '')
}
