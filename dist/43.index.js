export const id = 43;
export const ids = [43];
export const modules = {

/***/ 3569:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ familyOfModel)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4006);
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(picomatch__WEBPACK_IMPORTED_MODULE_0__);

/** Longer than any model's name; what is longer is no name. */
const MAX_NAME_LENGTH = 200;
/**
 * How the names of each lab's models begin, after provider prefixes are gone. Each pattern must end at the end of a
 * word: `gpt4all` and `claude-code` are programs, `llama.cpp` is one too.
 */
const beginnings = [
    { family: 'openai', pattern: /^(?:chat)?gpt-?\d(?!all)/ },
    { family: 'openai', pattern: /^(?:gpt-oss|chatgpt|codex|computer-use-preview|o[1-9])(?![a-z0-9])/ },
    { family: 'anthropic', pattern: /^claude(?!-code)(?![a-z0-9])/ },
    { family: 'anthropic', pattern: /^(?:opus|sonnet|haiku)-\d/ },
    { family: 'google', pattern: /^gemini(?!-(?:cli|code))(?![a-z])/ },
    { family: 'google', pattern: /^(?:code|pali|med)?gemma(?![a-z])/ },
    { family: 'zhipu', pattern: /^(?:chat)?glm(?![a-z])/ },
    { family: 'zhipu', pattern: /^codegeex/ },
    { family: 'qwen', pattern: /^(?:code)?qwen(?!-code$)/ },
    { family: 'qwen', pattern: /^(?:qwq|qvq)(?![a-z])/ },
    { family: 'deepseek', pattern: /^deepseek(?![a-z])/ },
    { family: 'moonshot', pattern: /^(?:kimi|moonshot)(?![a-z])/ },
    {
        family: 'mistral',
        pattern: /^(?:open-)?(?:mistral|mixtral|codestral|devstral|magistral|ministral|pixtral|voxtral)(?![a-z])/,
    },
    { family: 'xai', pattern: /^grok(?![a-z])/ },
    { family: 'meta', pattern: /^(?:meta-)?(?:code)?llama-?\d/ },
    { family: 'meta', pattern: /^codellama(?![a-z])/ },
];
/** Platforms put regions and vendors before the name with a dot, such as `us.anthropic.claude-opus-4-5`. */
const dottedPrefix = /^(?:[a-z]{2,6}\.)?(?:anthropic|openai|meta|mistral|deepseek|qwen|moonshot|moonshotai|zai)\./;
/**
 * The lab that trained a model, by the model's name. The config's globs come first, over the whole name and over its
 * last part. Undefined: not known, which is not the same as `other`.
 */
function familyOfModel(name, configured = {}) {
    const whole = name.trim().toLowerCase().replaceAll(/\s+/g, '-');
    if (whole === '' || whole.length > MAX_NAME_LENGTH)
        return undefined;
    const bare = bareName(whole);
    return familyByGlob([whole, bare], configured) ?? beginnings.find(({ pattern }) => pattern.test(bare))?.family;
}
/** `openrouter/z-ai/glm-5` → `glm-5`: who serves a model, or whose protocol it speaks, does not say who trained it. */
function bareName(name) {
    const last = name.slice(name.lastIndexOf('/') + 1);
    const tuned = last.startsWith('ft:') ? last.slice('ft:'.length) : last;
    return tuned.replace(dottedPrefix, '');
}
function familyByGlob(names, configured) {
    const hit = Object.entries(configured).find(([glob]) => {
        const matches = picomatch__WEBPACK_IMPORTED_MODULE_0___default()(glob, { dot: true, nonegate: true, nocase: true, windows: false });
        return names.some((name) => matches(name));
    });
    return hit?.[1];
}


/***/ }),

/***/ 8043:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPipeline: () => (/* binding */ runPipeline)
});

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
var picomatch_default = /*#__PURE__*/__webpack_require__.n(picomatch);
// EXTERNAL MODULE: ./src/types/reviewer.ts
var reviewer = __webpack_require__(8726);
// EXTERNAL MODULE: ./src/authorship/model-family.ts
var model_family = __webpack_require__(3569);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
;// CONCATENATED MODULE: ./src/authorship/notes.ts

const MAX_NOTE_CHARACTERS = 256 * 1024;
const MAX_AGENTS = 50;
const Agents = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({ agent_id: schemas/* object */.Ikc({ tool: schemas/* string */.YjP().max(100), model: schemas/* string */.YjP().max(200).default('') }) }));
/** The metadata of git-ai's authorship log 3.0.0: newer ones hold sessions, older ones prompts. */
const Metadata = schemas/* object */.Ikc({ sessions: Agents.default({}), prompts: Agents.default({}) });
/** The agents of a note in `refs/notes/ai`: attestations, a line `---`, then JSON; or the JSON alone. Anything else names nobody. */
function readNote(note) {
    if (note.length > MAX_NOTE_CHARACTERS)
        return [];
    const parsed = Metadata.safeParse(parseJson(metadataOf(note)));
    if (!parsed.success)
        return [];
    const { sessions, prompts } = parsed.data;
    const agents = [...Object.values(sessions), ...Object.values(prompts)].map(({ agent_id }) => agent_id);
    const distinct = new Map(agents.map((agent) => [`${agent.tool}\n${agent.model}`, agent]));
    return [...distinct.values()].slice(0, MAX_AGENTS);
}
function metadataOf(note) {
    const lines = note.split(/\r\n|\n/);
    return lines.slice(lines.indexOf('---') + 1).join('\n');
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined; // a note of another program
    }
}

;// CONCATENATED MODULE: ./src/authorship/signals.ts
/** In lower case, as addresses are compared. */
const claudeCodeAddress = 'noreply@anthropic.com';
/**
 * One row per trace that a coding agent leaves. Addresses and logins are compared whole, patterns are anchored; display
 * names say nothing, because people are called Claude, Devin, Jules and Cody. High: documented by the vendor or
 * written by its code; medium and low: seen in the wild, or easily somebody else's.
 */
const traces = [
    // A name that is no Claude model's may stand before this address too: detect.ts looks at it.
    { kind: 'address', address: claudeCodeAddress, harness: 'Claude Code', family: null, confidence: 'high' },
    {
        kind: 'trailer',
        key: 'claude-session',
        value: /^https:\/\/claude\.ai\/code\/session_\w+$/,
        harness: 'Claude Code on the web',
        family: 'anthropic',
        confidence: 'high',
    },
    { kind: 'login', login: 'claude[bot]', harness: 'Claude GitHub app', family: 'anthropic', confidence: 'high' },
    {
        kind: 'login',
        login: 'claude-code-action[bot]',
        harness: 'Claude GitHub app',
        family: 'anthropic',
        confidence: 'medium',
    },
    {
        kind: 'login',
        login: 'anthropic-claude[bot]',
        harness: 'Claude GitHub app',
        family: 'anthropic',
        confidence: 'medium',
    },
    // Written whatever model answers: Claude Code may run another lab's.
    {
        kind: 'body',
        line: /^(?:🤖 )?Generated with \[Claude Code\]\(https:\/\/claude\.(?:com\/claude-code|ai\/code)[^\s()]{0,100}\)$/u,
        harness: 'Claude Code',
        family: null,
        confidence: 'high',
    },
    {
        kind: 'body',
        line: /^https:\/\/claude\.ai\/code\/session_\w+$/,
        harness: 'Claude Code on the web',
        family: 'anthropic',
        confidence: 'medium',
    },
    { kind: 'branch', prefix: /^claude\//, harness: 'Claude Code on the web', family: 'anthropic', confidence: 'low' },
    { kind: 'address', address: 'noreply@openai.com', harness: 'Codex', family: 'openai', confidence: 'high' },
    { kind: 'address', address: 'codex@openai.com', harness: 'Codex', family: 'openai', confidence: 'high' },
    { kind: 'address', address: 'codex@example.com', harness: 'Codex', family: 'openai', confidence: 'low' },
    {
        kind: 'login',
        login: 'chatgpt-codex-connector[bot]',
        harness: 'Codex cloud',
        family: 'openai',
        confidence: 'high',
    },
    { kind: 'login', login: 'openai-codex[bot]', harness: 'Codex cloud', family: 'openai', confidence: 'medium' },
    {
        kind: 'body',
        line: /(?:^|[\s(<"])https:\/\/chatgpt\.com\/codex\/tasks\/task_\w/,
        harness: 'Codex cloud',
        family: 'openai',
        confidence: 'high',
    },
    { kind: 'branch', prefix: /^codex\//, harness: 'Codex cloud', family: 'openai', confidence: 'low' },
    { kind: 'login', login: 'copilot', harness: 'GitHub Copilot', family: null, confidence: 'high' },
    { kind: 'login', login: 'copilot-swe-agent[bot]', harness: 'GitHub Copilot', family: null, confidence: 'high' },
    { kind: 'address', address: 'copilot@github.com', harness: 'GitHub Copilot', family: null, confidence: 'medium' },
    {
        kind: 'trailer',
        key: 'agent-logs-url',
        value: /^https:\/\/github\.com\/\S+$/,
        harness: 'GitHub Copilot',
        family: null,
        confidence: 'high',
    },
    { kind: 'branch', prefix: /^copilot\//, harness: 'GitHub Copilot', family: null, confidence: 'low' },
    { kind: 'address', address: 'cursoragent@cursor.com', harness: 'Cursor', family: null, confidence: 'high' },
    { kind: 'login', login: 'cursor[bot]', harness: 'Cursor', family: null, confidence: 'high' },
    { kind: 'login', login: 'cursoragent[bot]', harness: 'Cursor', family: null, confidence: 'high' },
    {
        kind: 'body',
        line: /(?:^|[\s(<"])https:\/\/(?:www\.)?cursor\.com\/(?:agents|background-agent)(?![\w-])/,
        harness: 'Cursor',
        family: null,
        confidence: 'high',
    },
    { kind: 'branch', prefix: /^cursor\//, harness: 'Cursor', family: null, confidence: 'low' },
    { kind: 'login', login: 'devin-ai-integration[bot]', harness: 'Devin', family: null, confidence: 'high' },
    {
        kind: 'body',
        line: /(?:^|[\s(<"])https:\/\/app\.devin\.ai\/sessions\/\w/,
        harness: 'Devin',
        family: null,
        confidence: 'high',
    },
    { kind: 'branch', prefix: /^devin\/\d{9,}-/, harness: 'Devin', family: null, confidence: 'low' },
    { kind: 'login', login: 'google-labs-jules[bot]', harness: 'Jules', family: 'google', confidence: 'high' },
    {
        kind: 'body',
        line: /^\*?PR created automatically by Jules for task \[[^\]\n]{1,80}\]\(https:\/\/jules\.google\.com\/task\/[^\s()]{1,200}\)/,
        harness: 'Jules',
        family: 'google',
        confidence: 'high',
    },
    {
        kind: 'login',
        login: 'gemini-code-assist[bot]',
        harness: 'Gemini Code Assist',
        family: 'google',
        confidence: 'high',
    },
    { kind: 'address', address: 'gemini-cli@google.com', harness: 'Gemini CLI', family: 'google', confidence: 'medium' },
    { kind: 'branch', prefix: /^gemini\//, harness: 'Gemini CLI', family: 'google', confidence: 'low' },
    {
        kind: 'trailer',
        key: 'amp-thread-id',
        value: /^https:\/\/ampcode\.com\/threads\/T-[\w-]+$/,
        harness: 'Amp',
        family: null,
        confidence: 'high',
    },
    { kind: 'address', address: 'amp@ampcode.com', harness: 'Amp', family: null, confidence: 'high' },
    { kind: 'address', address: 'aider@aider.chat', harness: 'Aider', family: null, confidence: 'high' },
    { kind: 'address', address: 'noreply@aider.chat', harness: 'Aider', family: null, confidence: 'high' },
    { kind: 'subject', prefix: 'aider: ', harness: 'Aider', family: null, confidence: 'medium' },
    { kind: 'branch', prefix: /^aider\//, harness: 'Aider', family: null, confidence: 'low' },
    { kind: 'address', address: 'openhands@all-hands.dev', harness: 'OpenHands', family: null, confidence: 'high' },
    { kind: 'address', address: 'openhands@openhands.dev', harness: 'OpenHands', family: null, confidence: 'high' },
    { kind: 'login', login: 'openhands-agent', harness: 'OpenHands', family: null, confidence: 'high' },
    { kind: 'branch', prefix: /^openhands-fix-issue-\d/, harness: 'OpenHands', family: null, confidence: 'low' },
    { kind: 'address', address: 'noreply@opencode.ai', harness: 'opencode', family: null, confidence: 'high' },
    { kind: 'login', login: 'opencode-agent[bot]', harness: 'opencode', family: null, confidence: 'high' },
    {
        kind: 'body',
        line: /^🤖 Generated with \[opencode\]\(https:\/\/opencode\.ai\/?\)$/u,
        harness: 'opencode',
        family: null,
        confidence: 'high',
    },
    { kind: 'login', login: 'factory-droid[bot]', harness: 'Factory Droid', family: null, confidence: 'high' },
    { kind: 'address', address: 'crush@charm.land', harness: 'Crush', family: null, confidence: 'high' },
    { kind: 'address', address: 'qwen-coder@alibabacloud.com', harness: 'Qwen Code', family: 'qwen', confidence: 'high' },
    // Made by hand, no tool of Z.ai's writes them.
    { kind: 'address', address: 'noreply@z.ai', harness: 'GLM', family: 'zhipu', confidence: 'low' },
    { kind: 'address', address: 'service@zhipuai.cn', harness: 'GLM', family: 'zhipu', confidence: 'low' },
    {
        kind: 'trailer',
        key: 'replit-commit-author',
        value: /^(?:Agent|Assistant)$/,
        harness: 'Replit',
        family: null,
        confidence: 'high',
    },
    {
        kind: 'trailer',
        key: 'replit-commit-session-id',
        value: /^\S+$/,
        harness: 'Replit',
        family: null,
        confidence: 'high',
    },
    { kind: 'address', address: 'agent@warp.dev', harness: 'Warp', family: null, confidence: 'medium' },
    { kind: 'address', address: 'roomote@roocode.com', harness: 'Roo Code', family: null, confidence: 'medium' },
    { kind: 'login', login: 'roomote[bot]', harness: 'Roo Code', family: null, confidence: 'medium' },
    { kind: 'login', login: 'gpt-engineer-app[bot]', harness: 'Lovable', family: null, confidence: 'medium' },
    { kind: 'login', login: 'lovable-dev[bot]', harness: 'Lovable', family: null, confidence: 'medium' },
    { kind: 'address', address: 'noreply@mastra.ai', harness: 'Mastra Code', family: null, confidence: 'medium' },
    { kind: 'login', login: 'amazon-q-developer[bot]', harness: 'Amazon Q', family: null, confidence: 'medium' },
    { kind: 'login', login: 'cline[bot]', harness: 'Cline', family: null, confidence: 'medium' },
    { kind: 'branch', prefix: /^cline\//, harness: 'Cline', family: null, confidence: 'low' },
    { kind: 'login', login: 'continue[bot]', harness: 'Continue', family: null, confidence: 'medium' },
    { kind: 'login', login: 'sourcegraph-cody[bot]', harness: 'Cody', family: null, confidence: 'medium' },
    { kind: 'login', login: 'jetbrains-ai[bot]', harness: 'JetBrains AI', family: null, confidence: 'medium' },
    { kind: 'login', login: 'coderabbitai[bot]', harness: 'CodeRabbit', family: null, confidence: 'medium' },
    { kind: 'login', login: 'codegen-sh[bot]', harness: 'Codegen', family: null, confidence: 'medium' },
    { kind: 'login', login: 'windsurf-bot[bot]', harness: 'Windsurf', family: null, confidence: 'low' },
    { kind: 'login', login: 'v0[bot]', harness: 'v0', family: null, confidence: 'low' },
    { kind: 'address', address: 'agent@zed.dev', harness: 'Zed', family: null, confidence: 'low' },
    { kind: 'branch', prefix: /^agents?\//, harness: 'an agent', family: null, confidence: 'low' },
];
/**
 * How git notes, `Generated-by` and `Assisted-by: AGENT:MODEL` call a program. In lower case; what is not here and is no model's
 * name credits a person.
 */
const agentNames = new Map([
    ['codex', { harness: 'Codex', family: 'openai' }],
    ['codex cli', { harness: 'Codex', family: 'openai' }],
    ['claude', { harness: 'Claude Code', family: null }],
    ['claude code', { harness: 'Claude Code', family: null }],
    ['claude-code', { harness: 'Claude Code', family: null }],
    ['copilot', { harness: 'GitHub Copilot', family: null }],
    ['github copilot', { harness: 'GitHub Copilot', family: null }],
    ['github-copilot-cli', { harness: 'GitHub Copilot', family: null }],
    ['cursor', { harness: 'Cursor', family: null }],
    ['gemini cli', { harness: 'Gemini CLI', family: 'google' }],
    ['opencode', { harness: 'opencode', family: null }],
    ['aider', { harness: 'Aider', family: null }],
    ['crush', { harness: 'Crush', family: null }],
]);
/**
 * Programs that update dependencies or cut releases: they write no code with a model, and quote other people's messages.
 * github-actions[bot] is none of them, because agents commit under its name.
 */
const releaseBots = new Set([
    'dependabot[bot]',
    'dependabot-preview[bot]',
    'renovate[bot]',
    'renovate-bot',
    'mend-for-github-com[bot]',
    'release-please[bot]',
    'semantic-release-bot',
    'changeset-bot[bot]',
    'pre-commit-ci[bot]',
    'allcontributors[bot]',
    'snyk-bot',
    'pyup-bot',
    'greenkeeper[bot]',
    'imgbot[bot]',
]);
/** Whose pull request bodies are made from release notes and the like, so that a marker in them is a quotation. */
const quotingOpeners = new Set([...releaseBots, 'github-actions[bot]']);
/** The addresses of release bots that are not GitHub's private ones. */
const releaseBotAddresses = new Set([
    'support@dependabot.com',
    'bot@renovateapp.com',
    'renovate@whitesourcesoftware.com',
    'semantic-release-bot@martynus.net',
    'snyk-bot@snyk.io',
]);

;// CONCATENATED MODULE: ./src/authorship/trailers.ts
/** git asks for a quarter as well before it takes a block with other lines in it for trailers. */
const LEAST_SHARE = 0.25;
/**
 * The trailers of a commit message: those of its last paragraph, and of the paragraphs before it as long as these hold
 * nothing else. The first paragraph is the subject. Anything quoted further up is prose.
 */
function readTrailers(message) {
    const paragraphs = paragraphsOf(message);
    const found = [];
    for (const [index, lines] of paragraphs.entries()) {
        const trailers = lines.flatMap((line) => toTrailer(line) ?? []);
        const countable = lines.filter((line) => !/^\s/.test(line)).length;
        const least = index === 0 ? countable * LEAST_SHARE : countable;
        if (trailers.length === 0 || trailers.length < least)
            break;
        found.unshift(trailers);
    }
    return found.flat();
}
/** From the last to the second one. */
function paragraphsOf(message) {
    const lines = message.trimEnd().split(/\r\n|\n|\r/);
    const paragraphs = [[]];
    for (const line of lines) {
        if (/^[\s-]*$/.test(line))
            paragraphs.push([]);
        else
            paragraphs.at(-1)?.push(line);
    }
    const filled = paragraphs.filter((paragraph) => paragraph.length > 0);
    return filled.slice(1).toReversed();
}
function toTrailer(line) {
    const match = /^([A-Za-z][A-Za-z0-9-]{0,60}):[ \t]+(\S.*)$/.exec(line);
    return match === null ? undefined : { key: (match[1] ?? '').toLowerCase(), value: (match[2] ?? '').trim() };
}
/** `Name <address>`, whole; undefined for anything else. */
function toIdentity(value) {
    const match = /^([^<>]{0,200})<([^<>\s]{3,254})>$/.exec(value);
    return match === null ? undefined : { name: (match[1] ?? '').trim(), address: (match[2] ?? '').toLowerCase() };
}
/** The login behind GitHub's private address, without the number; undefined for any other address. */
function loginOf(address) {
    const match = /^(?:\d{1,20}\+)?([a-z0-9[\]-]{1,80})@users\.noreply\.github\.com$/.exec(address);
    return match?.[1];
}

;// CONCATENATED MODULE: ./src/authorship/commit-signals.ts




/** The agents that a git note of the commit names. */
function noteSightings(note, models) {
    if (note === undefined)
        return [];
    return readNote(note).map(({ tool, model }) => ({
        family: (0,model_family/* familyOfModel */.$)(model, models) ?? null,
        harness: agentNames.get(tool.toLowerCase())?.harness ?? shortText(tool),
        source: 'git-notes',
        evidence: shortText(`${tool}: ${model}`),
        confidence: 'high',
    }));
}
/** What the commit itself says: its author's address, its trailers, its subject. Not its author's name, which anybody may have. */
function commitSightings(commit, models) {
    const author = { name: commit.authorName, address: commit.authorEmail.trim().toLowerCase() };
    const subject = commit.message.slice(0, MAX_EVIDENCE);
    return [
        ...identitySightings(author, { source: 'author', evidence: author.address, models }),
        ...readTrailers(commit.message).flatMap((trailer) => trailerSightings(trailer, models)),
        ...traces
            .filter((trace) => trace.kind === 'subject' && subject.startsWith(trace.prefix))
            .map((trace) => toSighting(trace, 'subject', subject.split(/[\r\n]/)[0] ?? '')),
    ];
}
/** A trace as it was found; what it says is foreign, so it is cleaned and capped. */
function toSighting({ family, harness, confidence }, source, evidence) {
    return { family, harness, source, evidence: shortText(evidence), confidence };
}
/** Trailers that name who took part. Others, such as Reviewed-by, name who did not write. */
const creditKeys = ['co-authored-by', 'assisted-by', 'generated-by', 'signed-off-by'];
const modelKeys = ['assisted-by', 'generated-by'];
function trailerSightings(trailer, models) {
    const evidence = `${trailer.key}: ${trailer.value}`;
    const named = traces
        .filter((trace) => trace.kind === 'trailer' && trace.key === trailer.key && trace.value.test(trailer.value))
        .map((trace) => toSighting(trace, 'trailer', evidence));
    if (!creditKeys.includes(trailer.key))
        return named;
    const identity = toIdentity(trailer.value);
    if (identity !== undefined) {
        return [...named, ...identitySightings(identity, { source: 'trailer', evidence, models })];
    }
    return modelKeys.includes(trailer.key) ? [...named, ...modelSightings(trailer, evidence, models)] : named;
}
function identitySightings(identity, { source, evidence, models }) {
    const login = loginOf(identity.address);
    return traces
        .filter((trace) => (trace.kind === 'address' && trace.address === identity.address) ||
        (trace.kind === 'login' && trace.login === login))
        .map((trace) => ({
        ...toSighting(trace, source, evidence),
        family: trace.family ?? familyInName(identity, models) ?? null,
    }));
}
/** Some programs name their model before their address: `aider (gpt-5)`, `GPT-5 via Crush`, `Claude Opus 4.8`. */
function familyInName({ name, address }, models) {
    const bracketed = /\(([^()]{1,128})\)$/.exec(name)?.[1];
    const before = name.includes(' via ') ? name.slice(0, name.indexOf(' via ')) : undefined;
    const named = (0,model_family/* familyOfModel */.$)(bracketed ?? before ?? '', models);
    if (named !== undefined || address !== claudeCodeAddress)
        return named;
    // With another lab's model behind it the program signs as `Claude Code`.
    return /^Claude(?: (?!Code\b)|$)/.test(name) ? 'anthropic' : (0,model_family/* familyOfModel */.$)(name, models);
}
/** `Assisted-by: AGENT:MODEL [TOOL…]` of the Linux kernel, and `Generated-by: MODEL`. A bare name credits a person. */
function modelSightings({ key, value }, evidence, models) {
    const pair = /^([A-Za-z][\w .+-]{0,60}):(\S{1,128})(?:\s|$)/.exec(value);
    const whole = key === 'generated-by' ? value : '';
    const agent = agentNames.get((pair?.[1] ?? whole).trim().toLowerCase());
    const model = pair?.[2] ?? whole;
    const family = (0,model_family/* familyOfModel */.$)(model, models) ?? agent?.family ?? undefined;
    if (family === undefined && agent === undefined)
        return [];
    const harness = agent?.harness ?? (pair?.[1] === undefined ? null : shortText(pair[1]));
    return [{ family: family ?? null, harness, source: 'trailer', evidence: shortText(evidence), confidence: 'medium' }];
}
/** Characters of a foreign text that the report repeats. */
const MAX_EVIDENCE = 200;
function shortText(text) {
    return text
        .slice(0, MAX_EVIDENCE)
        .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
        .trim();
}

;// CONCATENATED MODULE: ./src/authorship/detect.ts





/** More than anybody reads; families and unknown harnesses are complete all the same. */
const MAX_SIGNALS = 200;
/**
 * Who wrote the change, as a set of families per commit. `author-model` decides alone. Otherwise what the commit says
 * counts (note, author's address, trailers, subject); where that names no family, or a program that drives many, the
 * config's `authors`; where there is still no family, the pull request's opener, body and branch. Only what is at least
 * likely makes an author known: a trace of low confidence names a family, and the author stays unknown besides. Commits
 * that were not read count as one more of unknown author, unless `author-model` declares them.
 */
function detectAuthorship(change, sources) {
    const commits = change.commits.length > 0 ? change.commits : [placeholder(change)];
    const unread = change.commitsCut === true ? [{ ...nobodyKnown, sha: change.head }] : [];
    const around = pullRequestSightings(change.pullRequest);
    const found = commits.map((commit) => examine(commit, { change, sources, around }));
    const signals = distinct([
        ...found.flatMap(({ sha, sightings }) => sightings.map((sighting) => ({ ...sighting, commit: sha }))),
        ...around.map((sighting) => ({ ...sighting, commit: null })),
    ]);
    if (sources.authorModel !== 'auto')
        return declared(sources.authorModel, commits, signals);
    return {
        families: inOrder(found.flatMap(({ families }) => families)),
        unknownHarnesses: [...new Set(found.flatMap(({ harnesses }) => harnesses))],
        perCommit: [
            ...found.map(({ sha, families, unknown, vouched }) => ({ sha, families, unknown, vouched })),
            ...unread,
        ],
        signals: signals.slice(0, MAX_SIGNALS),
    };
}
/** What is known of commits that nobody read. */
const nobodyKnown = { families: [], unknown: true, vouched: false };
/** A change without commits of its own still was written by somebody. */
function placeholder({ head }) {
    return { sha: head, authorName: '', authorEmail: '', message: '' };
}
function declared(authorModel, commits, detected) {
    const declaredFamilies = authorModel === 'human' ? [] : inOrder(authorModel);
    const signal = { harness: null, source: 'author-model', commit: null, confidence: 'high' };
    const signals = authorModel === 'human'
        ? [{ ...signal, family: null, evidence: 'author-model: human' }]
        : declaredFamilies.map((family) => ({ ...signal, family, evidence: `author-model: ${family}` }));
    return {
        families: declaredFamilies,
        unknownHarnesses: [],
        perCommit: commits.map(({ sha }) => ({ sha, families: declaredFamilies, unknown: false, vouched: true })),
        // What contradicts the declaration stays visible.
        signals: [...signals, ...detected].slice(0, MAX_SIGNALS),
    };
}
function examine(commit, { change, sources, around }) {
    const { models, notes, authors } = sources;
    const noted = noteSightings(notes.get(commit.sha), models);
    const quoted = isReleaseBotCommit(commit, change.pullRequest);
    const own = [...noted, ...(quoted ? [] : commitSightings(commit, models))];
    const open = openHarnesses(own, noted);
    const settled = open.length === 0 && own.some(isLikely);
    const mapped = settled ? [] : configSightings(commit, change.pullRequest, authors);
    const sightings = [...own, ...mapped];
    const known = sightings.some(({ family }) => family !== null);
    const counted = known ? sightings : [...sightings, ...around];
    const harnesses = mapped.length > 0 ? [] : openHarnesses(counted, noted);
    const named = counted.flatMap(({ family }) => family ?? []);
    const vouchers = vouchedFamilies(commit, { change, sources, around });
    // What cannot be forged always counts: no trailer of another family lets the opener's own review the change.
    const families = inOrder([...named, ...vouchers]);
    const unknown = harnesses.length > 0 || !counted.some(isLikely);
    const vouched = !unknown && vouchers.length > 0 && named.every((family) => vouchers.includes(family));
    return { sha: commit.sha, families, unknown, vouched, sightings, harnesses };
}
/**
 * Whom the event's opener stands for, itself or by a rule that names it; the event cannot be forged. A rule by branch or
 * e-mail alone hangs on what the author of the change chose, so it tells who wrote it and vouches for nothing.
 */
function vouchedFamilies(commit, { change, sources, around }) {
    const rules = sources.authors.filter(({ login }) => login !== undefined);
    const opener = around.filter((sighting) => sighting.source === OPENER && isLikely(sighting));
    return [...configSightings(commit, change.pullRequest, rules), ...opener].flatMap(({ family }) => family ?? []);
}
function isLikely({ family, confidence }) {
    return family !== null && confidence !== 'low';
}
/** Programs of which neither the same program's other traces nor the commit's note say which model they drove. */
function openHarnesses(sightings, noted) {
    const isTold = noted.length > 0 && noted.every(isLikely);
    const open = sightings.flatMap(({ family, harness }) => {
        const named = sightings.some((other) => other.harness === harness && isLikely(other));
        return family === null && harness !== null && !named && !isTold ? [harness] : [];
    });
    return [...new Set(open)];
}
/**
 * A release bot quotes other people's messages. A commit's address is forgeable, and ignoring its trailers would hide an
 * author, so in a pull request the event must name such a bot as the opener too.
 */
function isReleaseBotCommit({ authorEmail }, pullRequest) {
    const address = authorEmail.trim().toLowerCase();
    const signed = releaseBotAddresses.has(address) || releaseBots.has(loginOf(address) ?? '');
    return signed && (pullRequest === undefined || releaseBots.has(pullRequest.author.login.toLowerCase()));
}
function configSightings(commit, pullRequest, rules) {
    const rule = rules.find((candidate) => holds(candidate, commit, pullRequest));
    if (rule === undefined)
        return [];
    const conditions = [
        rule.branch === undefined ? [] : [`branch ${rule.branch}`],
        rule.login === undefined ? [] : [`login ${rule.login}`],
        rule.email === undefined ? [] : [`email ${rule.email}`],
    ].flat();
    const evidence = `authors: ${conditions.join(', ')}`;
    return [{ family: rule.family, harness: null, source: 'config', evidence, confidence: 'high' }];
}
function holds({ branch, login, email }, commit, pullRequest) {
    const onBranch = branch === undefined ||
        (pullRequest !== undefined && picomatch_default()(branch, { dot: true, nonegate: true, windows: false })(pullRequest.headRef));
    const byLogin = login === undefined || pullRequest?.author.login.toLowerCase() === login.toLowerCase();
    const byEmail = email === undefined || commit.authorEmail.trim().toLowerCase() === email.toLowerCase();
    return onBranch && byLogin && byEmail;
}
const OPENER = 'pull-request-opener';
/** GitHub allows no more. */
const MAX_BODY = 65_536;
function pullRequestSightings(pullRequest) {
    if (pullRequest === undefined)
        return [];
    const login = pullRequest.author.login.toLowerCase();
    const lines = quotingOpeners.has(login) ? [] : pullRequest.body.slice(0, MAX_BODY).split(/\r\n|\n|\r/);
    return traces.flatMap((trace) => {
        if (trace.kind === 'login' && trace.login === login)
            return [toSighting(trace, OPENER, login)];
        if (trace.kind === 'branch' && trace.prefix.test(pullRequest.headRef))
            return [toSighting(trace, 'branch', pullRequest.headRef)];
        if (trace.kind !== 'body')
            return [];
        const line = lines.find((candidate) => !candidate.startsWith('>') && trace.line.test(candidate.trim()));
        return line === undefined ? [] : [toSighting(trace, 'pull-request-body', line)];
    });
}
function inOrder(families) {
    return reviewer/* families */.TJ.filter((family) => families.includes(family));
}
function distinct(signals) {
    return [...new Map(signals.map((signal) => [JSON.stringify(signal), signal])).values()];
}

;// CONCATENATED MODULE: ./src/authorship/read-notes.ts
const NOTES_REF = 'refs/notes/ai';
const PRIVATE_REF = 'refs/model-stack/notes';
/** A larger note is left out. A whole change's notes must fit into what git may print. */
const MAX_NOTE_BYTES = 256 * 1024;
const MAX_NOTES_BYTES = 8 * 1024 * 1024;
/**
 * The texts of `refs/notes/ai` for these commits, from the checkout or else from its origin. Notes are a courtesy of
 * whoever wrote the code: where they cannot be read there are none, and the author stays as unknown as without them.
 */
async function readNotes(commits, shas) {
    // Without paths git would list the notes of all commits.
    if (shas.length === 0)
        return new Map();
    try {
        const tip = (await commits.resolveRef(NOTES_REF)) ?? (await fetchTip(commits));
        if (tip === undefined)
            return new Map();
        return await readBlobs(commits, await findBlobs(commits, tip, shas));
    }
    catch {
        return new Map();
    }
}
async function fetchTip(commits) {
    await commits.fetch([`+${NOTES_REF}:${PRIVATE_REF}`], ['--depth=1']);
    return (await commits.git.read(['rev-parse', '--verify', '--quiet', `${PRIVATE_REF}^{commit}`])).toString().trim();
}
/** Commit → blob. git spreads many notes over directories named after the first digits of the commit. */
async function findBlobs({ git }, tip, shas) {
    const paths = shas.flatMap((sha) => [sha, spread(sha, 1), spread(sha, 2)]);
    const output = await git.read(['ls-tree', '-z', '--long', '--full-tree', tip, '--', ...paths]);
    const found = new Map();
    for (const entry of output.toString().split('\0')) {
        const match = /^100644 blob ([0-9a-f]+) +(\d+)\t([0-9a-f/]+)$/.exec(entry);
        if (match === null || Number(match[2]) > MAX_NOTE_BYTES)
            continue;
        found.set((match[3] ?? '').replaceAll('/', ''), match[1] ?? '');
    }
    return found;
}
/** `abcdef…` → `ab/cdef…`, `ab/cd/ef…` */
function spread(sha, levels) {
    const first = Array.from({ length: levels }, (_, level) => sha.slice(2 * level, 2 * level + 2));
    return [...first, sha.slice(2 * levels)].join('/');
}
async function readBlobs({ git }, blobs) {
    if (blobs.size === 0)
        return new Map();
    const input = [...blobs.values()].map((blob) => `${blob}\n`).join('');
    const output = await git.read(['cat-file', '--batch'], { input, maxBytes: MAX_NOTES_BYTES });
    const notes = new Map();
    let offset = 0;
    for (const sha of blobs.keys()) {
        const end = output.indexOf('\n', offset);
        const size = Number(/^[0-9a-f]+ blob (\d+)$/.exec(output.toString('latin1', offset, end))?.[1]);
        if (end < 0 || Number.isNaN(size))
            break;
        notes.set(sha, output.toString('utf8', end + 1, end + 1 + size));
        // A newline follows each object.
        offset = end + size + 2;
    }
    return notes;
}

// EXTERNAL MODULE: ./src/types/rule.ts
var types_rule = __webpack_require__(5747);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/baseline/fingerprint.ts

const HASH_CHARACTERS = 32;
/** 32 hex digits, a colon and the occurrence, in the manner of code scanning's `primaryLocationLineHash`. */
function fingerprint({ path, ruleId, quote, occurrence }) {
    const parts = JSON.stringify([path, ruleId, normalizeQuote(quote), occurrence]);
    const hash = (0,external_node_crypto_.createHash)('sha256').update(parts).digest('hex').slice(0, HASH_CHARACTERS);
    return `${hash}:${occurrence}`;
}
/** A re-indented or re-wrapped quote is the same quote. */
function normalizeQuote(quote) {
    return quote.replace(/\s+/g, ' ').trim();
}

;// CONCATENATED MODULE: ./src/baseline/track.ts


/** Gives each finding its fingerprint. Until there is a baseline, everything is new. Worst first, then by place. */
function toResults(agreed) {
    const inOrder = agreed.toSorted((a, b) => compareText(a.finding.path, b.finding.path) || byLine(a, b));
    const seen = new Map();
    const results = inOrder.map((found) => {
        const { path, ruleId } = found.finding;
        const key = JSON.stringify([path, ruleId, normalizeQuote(found.text)]);
        const occurrence = (seen.get(key) ?? 0) + 1;
        seen.set(key, occurrence);
        return toResult(found, fingerprint({ path, ruleId, quote: found.text, occurrence }));
    });
    return results.toSorted(types_rule/* bySeverity */.Np);
}
function toResult({ finding, ...checked }, identity) {
    const { startLine: _start, endLine: _end, related: _related, ...claim } = finding;
    return {
        ...claim,
        fingerprint: identity,
        sarifRuleId: claim.ruleId,
        region: checked.region,
        evidence: checked.evidence,
        related: checked.related,
        reviewers: [...checked.reviewers],
        agreement: checked.agreement,
        alsoReportedAs: [...checked.alsoReportedAs],
        sincePreviousRun: null,
        baselineState: 'new',
        suppression: null,
        blocking: false,
    };
}
function byLine(a, b) {
    return a.region.startLine - b.region.startLine || compareText(a.finding.side, b.finding.side);
}
/** By code units: the same on every machine, whatever its locale. */
function compareText(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}

// EXTERNAL MODULE: ./src/types/result.ts
var types_result = __webpack_require__(8020);
;// CONCATENATED MODULE: ./src/consensus/agree.ts


/** Merges findings of the same path, side, line, rule and text; what differs in any of these stays apart. */
function mergeExact(checked) {
    const groups = new Map();
    for (const found of checked) {
        const key = keyOf(found);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [found]);
        else
            group.push(found);
    }
    return [...groups.values()].map(mergeGroup);
}
/** JSON, so that no text can run into the next. */
function keyOf({ finding, region, text }) {
    const quote = text.replace(/\s+/g, ' ').trim();
    return JSON.stringify([finding.path, finding.side, region.startLine, finding.ruleId, quote]);
}
/** The claim that weighs most speaks for the group, so that a milder duplicate cannot hide it. */
function mergeGroup(group) {
    const [worst] = group.toSorted(byWeight);
    const { reviewer: _, ...spokesman } = worst ?? group[0];
    const reviewers = [...new Set(group.map(({ reviewer }) => reviewer))];
    return {
        ...spokesman,
        reviewers,
        agreement: { found: countSupporters(reviewers), confirmed: 0, refuted: 0 },
        alsoReportedAs: [],
    };
}
/** Our own code is no second opinion: it counts only where it stands alone. */
function countSupporters(reviewers) {
    return Math.max(1, reviewers.filter((reviewer) => reviewer !== types_result/* ownReviewer */.sR).length);
}
/** A claim that can block goes first, then the more severe one. */
function byWeight(a, b) {
    return Number(isSolid(b)) - Number(isSolid(a)) || (0,types_rule/* bySeverity */.Np)(a.finding, b.finding);
}
function isSolid({ finding, evidence }) {
    const proven = evidence.status === 'verified' || evidence.status === 'relocated';
    return proven && finding.basis === 'grounded' && finding.confidence !== 'possible' && finding.triage === 'real';
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./src/diff/path-text.ts

const LONGEST_CHARACTER = 4;
/** A path as git stores it, as text: UTF-8, with `\xNN` for every byte that is not part of a valid character. */
function decodePath(bytes) {
    if ((0,external_node_buffer_.isUtf8)(bytes))
        return bytes.toString('utf8');
    let text = '';
    for (let at = 0; at < bytes.length;) {
        const length = characterLength(bytes, at);
        text += length > 0 ? bytes.toString('utf8', at, at + length) : `\\x${bytes.toString('hex', at, at + 1)}`;
        at += Math.max(1, length);
    }
    return text;
}
/** Bytes of the character that starts at `at`; 0 where none does. */
function characterLength(bytes, at) {
    for (let length = 1; length <= LONGEST_CHARACTER; length++) {
        if ((0,external_node_buffer_.isUtf8)(bytes.subarray(at, at + length)))
            return Math.min(length, bytes.length - at);
    }
    return 0;
}

;// CONCATENATED MODULE: ./src/diff/parse.ts


const LINE_FEED = 10;
const SPACE = 32;
const PLUS = 43;
const MINUS = 45;
const BACKSLASH = 92;
const NULL_MODE = '000000';
const statuses = {
    A: 'added',
    D: 'deleted',
    M: 'modified',
    R: 'renamed',
    T: 'type-changed',
};
/**
 * Parses the output of `git diff --raw -p -z --no-abbrev --full-index` between two trees. Hunk bodies are taken by the
 * counts of their header, so no content can pass for a header. Throws on anything that git would not print.
 */
function parseDiff(output) {
    const cursor = { bytes: output, at: 0 };
    const problems = new Map();
    const seen = new Set();
    const files = takeRawEntries(cursor).map((entry) => {
        requireNew(entry.path, seen);
        const { hunks, problem } = takeEntrySections(cursor, entry);
        if (problem !== undefined)
            problems.set(entry.path, problem);
        return { ...entry, hunks, added: countLines(hunks, 'added'), removed: countLines(hunks, 'removed') };
    });
    requireEnd(cursor);
    return { files, problems };
}
/**
 * Parses the output of `git diff --raw --numstat -z --no-abbrev` between two trees. Throws on anything that git would
 * not print.
 */
function parseListing(output) {
    const cursor = { bytes: output, at: 0 };
    const entries = [];
    while (startsWith(cursor, ':'))
        entries.push(takeRawEntry(cursor, takeField(cursor).toString('latin1')));
    const seen = new Set();
    const uncounted = new Set();
    const files = entries.map((entry) => {
        requireNew(entry.path, seen);
        const counts = takeCounts(cursor, entry);
        if (counts === undefined)
            uncounted.add(entry.path);
        return { ...entry, hunks: [], ...(counts ?? { added: 0, removed: 0 }) };
    });
    requireEnd(cursor);
    return { files, uncounted };
}
/** Two dashes stand for a file with a NUL byte; `--text` does not matter here. */
const countsPattern = /^(?:(\d{1,10})\t(\d{1,10})|-\t-)\t/;
/** `added TAB removed TAB path`; of a renamed file both paths follow in fields of their own. */
function takeCounts(cursor, entry) {
    const field = takeField(cursor);
    const [head, added, removed] = countsPattern.exec(field.toString('latin1', 0, 30)) ?? [];
    if (head === undefined)
        throw malformed(`no line counts of ${JSON.stringify(entry.path)}`);
    const own = field.subarray(head.length);
    const { path, oldPath } = entry;
    const named = oldPath === undefined ? [own] : [own, takeField(cursor), takeField(cursor)];
    const expected = oldPath === undefined ? [path] : ['', oldPath, path];
    if (named.some((bytes, index) => decodePath(bytes) !== expected[index]))
        throw malformed(`the line counts at ${JSON.stringify(path)} belong to another file`);
    return added === undefined ? undefined : { added: Number(added), removed: Number(removed) };
}
function requireNew(path, seen) {
    if (seen.has(path))
        throw malformed(`two changed paths both read as ${JSON.stringify(path)}`);
    seen.add(path);
}
function requireEnd({ at, bytes }) {
    if (at !== bytes.length)
        throw malformed(`unexpected content after the last file, at byte ${at}`);
}
function takeRawEntries(cursor) {
    if (cursor.bytes.length === 0)
        return [];
    const entries = [];
    // One empty field stands between the raw part and the patch.
    for (let field = takeField(cursor); field.length > 0; field = takeField(cursor)) {
        entries.push(takeRawEntry(cursor, field.toString('latin1')));
    }
    return entries;
}
const rawPattern = /^:(\d{6}) (\d{6}) ([0-9a-f]{40}|[0-9a-f]{64}) ([0-9a-f]{40}|[0-9a-f]{64}) ([A-Z])\d{0,3}$/;
function takeRawEntry(cursor, head) {
    const [, oldMode, newMode, oldBlob, newBlob, letter] = rawPattern.exec(head) ?? [];
    const status = letter === undefined ? undefined : statuses[letter];
    if (!oldMode || !newMode || !oldBlob || !newBlob || !status) {
        throw malformed(`raw entry ${JSON.stringify(head.slice(0, 200))} is not an added, changed, renamed or deleted file`);
    }
    const first = decodePath(takeField(cursor));
    const second = status === 'renamed' ? decodePath(takeField(cursor)) : undefined;
    const [path, oldPath] = second === undefined ? [first, undefined] : [second, first];
    if (path === '')
        throw malformed('a raw entry has no path');
    return { path, oldPath, status, oldMode, newMode, oldBlob, newBlob };
}
/** A file whose kind changed (file, symlink, submodule) is printed as a deletion and an addition. */
function takeEntrySections(cursor, entry) {
    if (entry.status !== 'type-changed')
        return takeSection(cursor, entry);
    const gone = takeSection(cursor, { ...entry, newBlob: zeros(entry.newBlob), newMode: NULL_MODE });
    const come = takeSection(cursor, { ...entry, oldBlob: zeros(entry.oldBlob), oldMode: NULL_MODE });
    return { hunks: [...gone.hunks, ...come.hunks], problem: gone.problem ?? come.problem };
}
function takeSection(cursor, entry) {
    const name = JSON.stringify(entry.path);
    if (!startsWith(cursor, 'diff --git '))
        throw malformed(`no patch for ${name} at byte ${cursor.at}`);
    takeLine(cursor);
    const binary = takeHeader(cursor, entry);
    const hunks = [];
    let problem = binary ? 'binary' : undefined;
    while (startsWith(cursor, '@@ ')) {
        const taken = takeHunk(cursor, name);
        hunks.push(taken.hunk);
        problem = worse(problem, taken.problem);
    }
    if (hunks.length === 0 && !binary && changesContent(entry))
        throw malformed(`the patch of ${name} has no hunk`);
    return { hunks, problem };
}
/** git's names of the empty file. */
const emptyBlobs = new Set([
    'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
    '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
]);
/** Without this a patch that was cut after its header would read as a file without changed lines. */
function changesContent({ oldBlob, newBlob }) {
    const isEmpty = (blob) => emptyBlobs.has(blob) || /^0+$/.test(blob);
    return oldBlob !== newBlob && !(isEmpty(oldBlob) && isEmpty(newBlob));
}
function worse(first, second) {
    return second === 'NUL byte' ? second : (first ?? second);
}
const headerLine = /^(?:old mode|new mode|new file mode|deleted file mode|similarity index|dissimilarity index|rename from|rename to|---|\+\+\+) /;
const indexLine = /^index ([0-9a-f]+)\.\.([0-9a-f]+)(?: \d{6})?$/;
/** Takes the lines between `diff --git` and the first hunk; true when git calls the file binary. */
function takeHeader(cursor, entry) {
    let binary = false;
    while (cursor.at < cursor.bytes.length && !startsWith(cursor, '@@ ') && !startsWith(cursor, 'diff --git ')) {
        const line = takeLine(cursor).toString('latin1');
        const index = indexLine.exec(line);
        if (index !== null) {
            if (index[1] !== entry.oldBlob || index[2] !== entry.newBlob) {
                throw malformed(`the patch at ${JSON.stringify(entry.path)} belongs to another file`);
            }
        }
        else if (line.startsWith('Binary files ') || line === 'GIT binary patch') {
            if (line === 'GIT binary patch')
                takeBinaryPatch(cursor);
            binary = true;
        }
        else if (!headerLine.test(line)) {
            throw malformed(`header line ${JSON.stringify(line.slice(0, 200))} of ${JSON.stringify(entry.path)}`);
        }
    }
    return binary;
}
/** The encoded data has two parts, each closed by an empty line. */
function takeBinaryPatch(cursor) {
    for (let part = 0; part < 2; part++) {
        while (takeLine(cursor).length > 0)
            ;
    }
}
const hunkPattern = /^@@ -(\d{1,10})(?:,(\d{1,10}))? \+(\d{1,10})(?:,(\d{1,10}))? @@/;
function takeHunkHead(cursor, name) {
    const line = takeLine(cursor);
    const match = hunkPattern.exec(line.toString('latin1', 0, 80));
    if (match === null)
        throw malformed(`hunk header of ${name} at byte ${cursor.at - line.length - 1}`);
    const [all, oldStart, oldLines = '1', newStart, newLines = '1'] = match;
    return {
        oldStart: Number(oldStart),
        oldLines: Number(oldLines),
        newStart: Number(newStart),
        newLines: Number(newLines),
        // git cuts this text at a byte, which may be inside a character.
        section: line
            .toString('utf8', all.length)
            .replace(/\ufffd$/, '')
            .trim(),
    };
}
function takeHunk(cursor, name) {
    const head = takeHunkHead(cursor, name);
    const start = cursor.at;
    const body = takeHunkBody(cursor, head, name);
    return { hunk: { ...head, ...body }, problem: problemOf(cursor.bytes.subarray(start, cursor.at)) };
}
function takeHunkBody(cursor, head, name) {
    const lines = [];
    let oldLine = head.oldStart;
    let newLine = head.newStart;
    const oldEnd = oldLine + head.oldLines;
    const newEnd = newLine + head.newLines;
    let oldMissingNewline = false;
    let newMissingNewline = false;
    while (oldLine < oldEnd || newLine < newEnd) {
        const line = takeHunkLine(cursor, { oldLine, newLine }, name);
        lines.push(line);
        const isOld = line.kind !== 'added';
        const isNew = line.kind !== 'removed';
        if (isOld)
            oldLine++;
        if (isNew)
            newLine++;
        if (!takeMissingNewline(cursor))
            continue;
        oldMissingNewline ||= isOld;
        newMissingNewline ||= isNew;
    }
    if (oldLine !== oldEnd || newLine !== newEnd)
        throw malformed(`a hunk of ${name} is longer than its header says`);
    return { lines, oldMissingNewline, newMissingNewline };
}
function takeHunkLine(cursor, at, name) {
    const { bytes, at: start } = cursor;
    const end = bytes.indexOf(LINE_FEED, start);
    if (end < 0)
        throw malformed(`a hunk of ${name} ends before its last line`);
    cursor.at = end + 1;
    const text = bytes.toString('utf8', start + 1, end);
    switch (bytes[start]) {
        case SPACE:
            return { kind: 'context', oldLine: at.oldLine, newLine: at.newLine, text };
        case PLUS:
            return { kind: 'added', newLine: at.newLine, text };
        case MINUS:
            return { kind: 'removed', oldLine: at.oldLine, text };
        default:
            throw malformed(`a hunk of ${name} has a line without a sign at byte ${start}`);
    }
}
/** Takes a `\ No newline at end of file` line if it stands here. */
function takeMissingNewline(cursor) {
    if (cursor.bytes[cursor.at] !== BACKSLASH)
        return false;
    takeLine(cursor);
    return true;
}
/** Why these bytes are not text; undefined when they are. */
function problemOf(body) {
    if (body.includes(0))
        return 'NUL byte';
    return (0,external_node_buffer_.isUtf8)(body) ? undefined : 'not UTF-8';
}
function countLines(hunks, kind) {
    let count = 0;
    for (const hunk of hunks)
        for (const line of hunk.lines)
            if (line.kind === kind)
                count++;
    return count;
}
function takeField(cursor) {
    return takeUntil(cursor, 0);
}
function takeLine(cursor) {
    return takeUntil(cursor, LINE_FEED);
}
function takeUntil(cursor, terminator) {
    const end = cursor.bytes.indexOf(terminator, cursor.at);
    if (end < 0)
        throw malformed(`cut off at byte ${cursor.bytes.length}`);
    const taken = cursor.bytes.subarray(cursor.at, end);
    cursor.at = end + 1;
    return taken;
}
function startsWith(cursor, text) {
    return cursor.bytes.toString('latin1', cursor.at, cursor.at + text.length) === text;
}
function zeros(id) {
    return '0'.repeat(id.length);
}
function malformed(what) {
    return new Error(`the output of git diff cannot be parsed: ${what}`);
}

;// CONCATENATED MODULE: ./src/diff/content.ts

/** Both sides of every changed file together; more is refused, as it could not be checked. */
const MAX_CONTENT_BYTES = 1024 * 1024 * 1024;
/**
 * Why the content of files is not text where the diff does not show it: a quote from such a file could never be
 * verified, so it must not count as reviewed. Added and deleted files are shown whole and need no look.
 */
async function readContentProblems(git, files) {
    const partly = files.filter((file) => file.hunks.length > 0 && ['modified', 'renamed'].includes(file.status));
    const regular = partly.filter((file) => file.newMode.startsWith('100'));
    const blobs = [...new Set(regular.flatMap((file) => [file.newBlob, file.oldBlob]))];
    const byBlob = await readBlobProblems(git, blobs);
    const problems = new Map();
    for (const file of regular) {
        const problem = byBlob.get(file.newBlob) ?? byBlob.get(file.oldBlob);
        if (problem !== undefined)
            problems.set(file.path, problem);
    }
    return problems;
}
async function readBlobProblems(git, blobs) {
    const problems = new Map();
    if (blobs.length === 0)
        return problems;
    const output = await git.read(['--no-replace-objects', 'cat-file', '--batch'], {
        input: `${blobs.join('\n')}\n`,
        maxBytes: MAX_CONTENT_BYTES,
    });
    let at = 0;
    for (const blob of blobs) {
        const start = output.indexOf(10, at) + 1;
        const [id, type, size] = output.toString('latin1', at, start - 1).split(' ');
        const end = start + Number(size);
        if (id !== blob || type !== 'blob' || !(end < output.length))
            throw new Error(`git has no content for blob ${blob}`);
        const problem = problemOf(output.subarray(start, end));
        if (problem !== undefined)
            problems.set(blob, problem);
        at = end + 1;
    }
    return problems;
}

;// CONCATENATED MODULE: ./src/diff/read.ts



/** Together they stay well below the 2 GB that Node gives itself on a machine with 8 GB. */
const LIMITS = { maxBytes: 256 * 1024 * 1024, maxLines: 5_000_000 };
const read_LINE_FEED = 10;
/** Said in full, so that no configuration of the machine can change what is compared or how it is printed. */
const settings = [
    'core.quotePath=true',
    'core.attributesFile=/dev/null',
    'diff.suppressBlankEmpty=false',
    'diff.noprefix=false',
    'diff.mnemonicPrefix=false',
    'diff.algorithm=myers',
    'diff.renames=true',
    'diff.orderFile=/dev/null',
    'diff.colorMoved=no',
    'diff.wsErrorHighlight=none',
];
const flags = [
    '--raw',
    '-z',
    '--no-abbrev',
    '--full-index',
    // Renames, never copies: a copy is code that nobody reviewed in its new place.
    '-M50%',
    // git's own default; without a limit a large change takes seconds longer (2.45M lines: 3.6 s).
    '-l1000',
    '--text',
    '--no-ext-diff',
    '--no-textconv',
    '--no-color',
    '--no-relative',
    '--src-prefix=a/',
    '--dst-prefix=b/',
    '--submodule=short',
    '--ignore-submodules=none',
];
/** Either context option alone would make git print a patch. */
const patchFlags = ['-p', '-U3', '--inter-hunk-context=0'];
/**
 * Reads the change between two commits or trees from git objects alone. Rejects when git fails or prints nonsense. In a
 * change over the limits every file has a problem and no hunks, and its lines are counted all the same.
 */
async function readDiff(git, range, limits = LIMITS) {
    const patch = await readPatch(git, range, limits);
    if (patch.kind === 'too large')
        return listFiles(git, range, patch.why);
    const { files, problems } = parseDiff(patch.output);
    const unseen = await readContentProblems(git, files.filter((file) => !problems.has(file.path)));
    return { files, problems: new Map([...problems, ...unseen]) };
}
async function readPatch(git, range, { maxBytes, maxLines }) {
    try {
        const output = await git.read(toArguments(range, patchFlags), { maxBytes });
        if (hasMoreLines(output, maxLines))
            return { kind: 'too large', why: `over ${maxLines} lines` };
        return { kind: 'read', output };
    }
    catch (error) {
        if (!isOverflow(error))
            throw error;
        return { kind: 'too large', why: `over ${maxBytes} bytes` };
    }
}
/** Every changed file by name, with the number of its changed lines. */
async function listFiles(git, range, why) {
    const { files, uncounted } = parseListing(await git.read(toArguments(range, ['--numstat'])));
    const reason = `the change is too large to be read: its diff has ${why}`;
    const reasonFor = (path) => (uncounted.has(path) ? `${reason}; a NUL byte, lines not counted` : reason);
    return { files, problems: new Map(files.map(({ path }) => [path, reasonFor(path)])) };
}
function toArguments(range, format) {
    return [
        '--no-replace-objects',
        ...[...settings, `attr.tree=${emptyTree(range.to)}`].flatMap((setting) => ['-c', setting]),
        'diff',
        ...flags,
        ...format,
        objectId(range.from),
        objectId(range.to),
        '--',
    ];
}
/** What Git says of an output over `maxBytes`. */
function isOverflow(error) {
    return error instanceof errors/* GitError */.XS && error.message.startsWith('git printed more than ');
}
function hasMoreLines(output, maxLines) {
    let count = 0;
    for (let at = output.indexOf(read_LINE_FEED); at >= 0; at = output.indexOf(read_LINE_FEED, at + 1)) {
        count += 1;
        if (count > maxLines)
            return true;
    }
    return false;
}
/** Throws unless the text is a full object id, so that nothing can pass for an option or a path. */
function objectId(text) {
    if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text))
        return text;
    throw new Error(`${JSON.stringify(text)} is not a full git object id`);
}
/** Newer git takes attributes from HEAD in a bare repository; the empty tree, which every git knows, has none. */
function emptyTree(sha) {
    return sha.length === 64
        ? '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321'
        : '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
}

;// CONCATENATED MODULE: ./src/diff/generated.ts


/**
 * Which of the paths the attributes in the base tree call generated (`linguist-generated`, alone or `=true`).
 * `scratch` is a private directory; a temporary index is written there, because older git (below 2.40) can read the
 * attributes of a tree in no other way.
 */
async function readGenerated(git, base, from) {
    if (from.paths.length === 0)
        return new Set();
    const env = { GIT_INDEX_FILE: (0,external_node_path_.join)(from.scratch, 'attributes.index') };
    // attr.tree: newer git prefers the attributes of HEAD to those of the index in a bare repository.
    const settings = ['core.attributesFile=/dev/null', 'core.sparseCheckout=false', `attr.tree=${objectId(base)}`];
    const options = ['--no-replace-objects', ...settings.flatMap((setting) => ['-c', setting])];
    await git.read([...options, 'read-tree', base], { env });
    const output = await git.read([...options, 'check-attr', '--cached', '--stdin', '-z', 'linguist-generated'], {
        env,
        input: from.paths.map((path) => `${path}\0`).join(''),
    });
    return parseAttributes(output);
}
/** Fields come in threes: path, attribute, value. */
function parseAttributes(output) {
    const fields = output.toString('utf8').split('\0');
    const generated = new Set();
    for (let at = 0; at + 2 < fields.length; at += 3) {
        const [path, , value] = fields.slice(at, at + 3);
        if (path !== undefined && (value === 'set' || value === 'true'))
            generated.add(path);
    }
    return generated;
}

;// CONCATENATED MODULE: ./src/diff/omit.ts

/** A larger diff of one file fills a model's window alone (1 MB is about 330k tokens). */
const MAX_FILE_DIFF_BYTES = 1_000_000;
const lockFiles = new Set([
    'Cargo.lock',
    'Gemfile.lock',
    'Package.resolved',
    'Pipfile.lock',
    'Podfile.lock',
    'bun.lock',
    'bun.lockb',
    'composer.lock',
    'conan.lock',
    'deno.lock',
    'flake.lock',
    'go.sum',
    'go.work.sum',
    'gradle.lockfile',
    'mix.lock',
    'npm-shrinkwrap.json',
    'package-lock.json',
    'packages.lock.json',
    'pdm.lock',
    'pixi.lock',
    'pnpm-lock.yaml',
    'poetry.lock',
    'pubspec.lock',
    'uv.lock',
    'yarn.lock',
]);
/** Pictures, fonts, sound and film. No SVG: it is code that browsers run. */
const mediaExtensions = new Set([
    ...['apng', 'avif', 'bmp', 'gif', 'heic', 'heif', 'icns', 'ico', 'jpeg', 'jpg', 'jxl', 'png', 'psd', 'tif', 'tiff'],
    ...['webp', 'eot', 'otf', 'ttc', 'ttf', 'woff', 'woff2'],
    ...['aac', 'aif', 'aiff', 'flac', 'm4a', 'mid', 'midi', 'mp3', 'oga', 'ogg', 'opus', 'wav', 'wma'],
    ...['avi', 'flv', 'm4v', 'mkv', 'mov', 'mp4', 'mpeg', 'mpg', 'ogv', 'webm', 'wmv'],
]);
/** Splits a change into what is reviewed and, with the reason, what is not. */
function omitFiles(files, rules) {
    const exclusionOf = pathExclusion(rules);
    const kept = [];
    const omitted = [];
    for (const file of files) {
        const omission = excluded(file, exclusionOf) ?? unreviewed(file, rules);
        if (omission === undefined)
            kept.push(file);
        else
            omitted.push({ path: file.path, ...omission, lines: file.added + file.removed });
    }
    return { files: kept, omitted };
}
/** Every path that the files have or had, once: what readGenerated must be asked about. */
function touchedPaths(files) {
    return [...new Set(files.flatMap(pathsOf))];
}
function pathsOf(file) {
    return file.oldPath === undefined ? [file.path] : [file.path, file.oldPath];
}
/** A rename is left out only when both its ends are: else moving a file away would hide that it is gone. */
function excluded(file, exclusionOf) {
    const reason = exclusionOf(file.path, file);
    const everywhere = reason !== undefined && pathsOf(file).every((path) => exclusionOf(path, file) !== undefined);
    return everywhere ? { kind: 'excluded', reason } : undefined;
}
function unreviewed(file, rules) {
    const problem = rules.problems.get(file.path);
    if (problem !== undefined)
        return { kind: 'unreviewed', reason: problem };
    const bytes = diffBytes(file);
    if (bytes <= (rules.maxFileBytes ?? MAX_FILE_DIFF_BYTES))
        return undefined;
    return { kind: 'unreviewed', reason: `too large: ${bytes} bytes` };
}
function pathExclusion(rules) {
    const wanted = rules.paths.map(globMatcher);
    const ignored = rules.pathsIgnore.map((glob) => ({ glob, matches: globMatcher(glob) }));
    return (path, file) => {
        const ignoredBy = ignored.find(({ matches }) => matches(path));
        if (ignoredBy !== undefined)
            return `paths-ignore: ${ignoredBy.glob}`;
        if (wanted.length > 0 && !wanted.some((matches) => matches(path)))
            return 'not matched by paths';
        return isRegular(file) ? builtInExclusion(path, rules.generated) : undefined;
    };
}
function builtInExclusion(path, generated) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (lockFiles.has(name))
        return 'lock file';
    if (generated.has(path))
        return 'generated file';
    const dot = name.lastIndexOf('.');
    const extension = dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
    return mediaExtensions.has(extension) ? `media: .${extension}` : undefined;
}
/** A symlink or a submodule is neither a lock file nor a picture, whatever its name says. */
function isRegular(file) {
    return [file.oldMode, file.newMode].every((mode) => mode === '000000' || mode.startsWith('100'));
}
function globMatcher(glob) {
    return picomatch_default()(glob, { dot: true, nonegate: true, windows: false });
}
/** Bytes of the diff text of one file: a sign, the text and a newline per line. */
function diffBytes(file) {
    let bytes = 0;
    for (const hunk of file.hunks)
        for (const line of hunk.lines)
            bytes += Buffer.byteLength(line.text) + 2;
    return bytes;
}

;// CONCATENATED MODULE: ./src/evidence/cap.ts
/** Limits of one finding; facts/security.md R29 where a source is known. */
const MAX_TITLE_CHARACTERS = 200;
const MAX_MESSAGE_BYTES = 8 * 1024;
const MAX_QUOTE_BYTES = 4 * 1024;
const MAX_ASSUMPTIONS = 20;
const MAX_ASSUMPTION_BYTES = 1024;
const MAX_RELATED = 20;
/** Enough to tell which finding was set aside. */
const MAX_RAW_BYTES = 2 * 1024;
/** Cuts texts that are only read, visibly; rejects what a cut would falsify. */
function capFinding(raw) {
    const quotes = [raw.quote, ...raw.related.map(({ quote }) => quote)];
    if (quotes.some((quote) => Buffer.byteLength(quote) > MAX_QUOTE_BYTES)) {
        return { kind: 'rejected', reason: `a quote is longer than ${MAX_QUOTE_BYTES} bytes` };
    }
    const finding = {
        ...raw,
        title: cutCharacters(raw.title, MAX_TITLE_CHARACTERS),
        message: cutBytes(raw.message, MAX_MESSAGE_BYTES),
        recommendation: raw.recommendation === null ? null : cutBytes(raw.recommendation, MAX_MESSAGE_BYTES),
        assumptions: raw.assumptions.slice(0, MAX_ASSUMPTIONS).map((text) => cutBytes(text, MAX_ASSUMPTION_BYTES)),
        related: raw.related.slice(0, MAX_RELATED),
    };
    return { kind: 'capped', finding, notes: notesFor(raw) };
}
function notesFor(raw) {
    const notes = [];
    if (raw.assumptions.length > MAX_ASSUMPTIONS)
        notes.push(`Only ${MAX_ASSUMPTIONS} assumptions are kept.`);
    if (raw.related.length > MAX_RELATED)
        notes.push(`Only ${MAX_RELATED} related locations are kept.`);
    return notes;
}
/** What is kept of a finding that is not accepted. */
function toRejected(reviewer, reason, raw) {
    return { reviewer, reason, raw: cutBytes(JSON.stringify(raw), MAX_RAW_BYTES) };
}
function cutCharacters(text, limit) {
    // A character is at most two units, so nothing beyond the slice can matter.
    const characters = Array.from(text.slice(0, 2 * limit + 2));
    return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}
/** Cuts between characters, within the limit, the mark included. */
function cutBytes(text, limit) {
    if (Buffer.byteLength(text) <= limit)
        return text;
    const room = limit - Buffer.byteLength('…');
    const { read } = new TextEncoder().encodeInto(text, new Uint8Array(room));
    return `${text.slice(0, read)}…`;
}

;// CONCATENATED MODULE: ./src/evidence/part-of-line.ts
/** A shorter quote would stand in too many lines. */
const MIN_CHARACTERS = 8;
/** What turns the meaning of the rest of a line around. A quote that leaves one of these out proves nothing. */
const polarity = /&&|\|\||\?\?|[!<>]|==|\b(?:and|await|else|false|if|none|not|null|nil|or|true|undefined|unless)\b/i;
/** Before the quote: it stands in a comment, or is the rest of a longer expression. */
const commented = /\/\/|\/\*|^\s*\*|#|--|;|"""|'''/;
/** Whether the quote is a piece of the line that can stand for the whole: whole words, and nothing left out that negates. */
function isPartOf(line, quote) {
    const piece = quote.trim();
    const start = line.indexOf(piece);
    if (piece.length < MIN_CHARACTERS || start === -1)
        return false;
    // Arrows are not comparisons.
    const before = line.slice(0, start).replace(/[=-]>/g, '  ');
    const after = line.slice(start + piece.length);
    if (isCut(before, piece) || isCut(piece, after))
        return false;
    return !polarity.test(before) && !commented.test(before) && !polarity.test(after);
}
/** Whether the border between two pieces runs through a word or a number. */
function isCut(left, right) {
    return /[\p{L}\p{N}_$]$/u.test(left.slice(-2)) && /^[\p{L}\p{N}_$]/u.test(right);
}

;// CONCATENATED MODULE: ./src/evidence/locate.ts

/** A quote of several places counts for the nearest one only this near to the claim. */
const NEAR_LINES = 10;
/** And only when the next place is so many times farther away. */
const MARGIN = 3;
/** Quotes with fewer letters and digits stand nearly anywhere. */
const WEAK_CHARACTERS = 8;
const WEAK_LINES = 3;
/** Finds the quote in the text: exactly, or with other whitespace. The place comes from the quote, not the claim. */
function locate(text, claim) {
    return locateIn(indexText(text), claim);
}
/** Lines end at LF alone: U+2028 and a lone CR are part of a line, as they are for git. */
function indexText(text) {
    const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
    const solid = lines.flatMap((line, index) => {
        const bare = withoutWhitespace(line);
        return bare === '' ? [] : [{ line: index + 1, text: bare }];
    });
    return { lines, solid };
}
/** `locate` for a text that is looked into more than once. */
function locateIn(text, claim) {
    for (const quote of readingsOf(claim.quote)) {
        const matches = findQuote(text, quote);
        if (matches.length > 0)
            return choose(matches, { text, claim, weak: isWeak(quote) });
    }
    const parts = findPart(text, claim.quote);
    if (parts.length > 0)
        return choose(parts, { text, claim, weak: isWeak([claim.quote]) });
    return { status: 'unverified', detail: 'The quote does not stand in the file.' };
}
/** The lines that a quote of one line is a piece of. */
function findPart(text, quote) {
    const solid = quote.split('\n').filter((line) => line.trim() !== '');
    const [piece] = solid;
    if (piece === undefined || solid.length > 1)
        return [];
    return text.lines.flatMap((line, index) => isPartOf(line, piece) ? [{ startLine: index + 1, endLine: index + 1, exact: true }] : []);
}
/** The quote as it was sent, then without what models put around it. Each only where every line carries it. */
function readingsOf(quote) {
    const sent = quote.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
    const unfenced = withoutFence(sent);
    const unnumbered = withoutPrefix(unfenced, /^\s*[0-9]+ ?[|:│] ?/);
    const unmarked = withoutPrefix(unnumbered, /^[+-]/);
    const marked = withoutPrefix(unnumbered, /^[+ -]/);
    // The two number columns and the sign of our own rendering of the diff.
    const rendered = withoutPrefix(unfenced, /^ *[0-9]+ +[+-]?/);
    return [...new Set([sent, unfenced, unnumbered, unmarked, marked, rendered])];
}
function withoutFence(lines) {
    const solid = lines.filter((line) => line.trim() !== '');
    const fenced = solid.length > 2 && solid[0]?.trimStart().startsWith('```') && solid.at(-1)?.trim() === '```';
    return fenced ? solid.slice(1, -1) : lines;
}
function withoutPrefix(lines, prefix) {
    const carried = lines.every((line) => line.trim() === '' || prefix.test(line));
    return carried ? lines.map((line) => line.replace(prefix, '')) : lines;
}
function findQuote(text, quote) {
    const solid = quote.filter((line) => withoutWhitespace(line) !== '');
    const found = findSequence(text.solid.map((line) => line.text), solid.map(withoutWhitespace));
    const matches = found.flatMap((index) => {
        const startLine = text.solid[index]?.line;
        const endLine = text.solid[index + solid.length - 1]?.line;
        return startLine === undefined || endLine === undefined ? [] : [{ startLine, endLine }];
    });
    const exactStarts = new Set(findSequence(text.lines, trimmedBlankLines(quote)).map((index) => index + 1));
    return matches.map((match) => ({ ...match, exact: exactStarts.has(match.startLine) }));
}
function trimmedBlankLines(lines) {
    const first = lines.findIndex((line) => line.trim() !== '');
    const last = lines.findLastIndex((line) => line.trim() !== '');
    return first === -1 ? [] : lines.slice(first, last + 1);
}
/** Every index at which `needle` stands in `lines`: Knuth, Morris and Pratt, so that repetition costs nothing. */
function findSequence(lines, needle) {
    if (needle.length === 0 || needle.length > lines.length)
        return [];
    const failure = failureTable(needle);
    const found = [];
    let matched = 0;
    for (const [index, line] of lines.entries()) {
        while (matched > 0 && needle[matched] !== line)
            matched = failure[matched - 1] ?? 0;
        if (needle[matched] === line)
            matched += 1;
        if (matched < needle.length)
            continue;
        found.push(index - needle.length + 1);
        matched = failure[matched - 1] ?? 0;
    }
    return found;
}
function failureTable(needle) {
    const table = [0];
    let length = 0;
    for (const line of needle.slice(1)) {
        while (length > 0 && needle[length] !== line)
            length = table[length - 1] ?? 0;
        if (needle[length] === line)
            length += 1;
        table.push(length);
    }
    return table;
}
function choose(all, { text, claim, weak }) {
    const distance = (match) => Math.abs(match.startLine - claim.startLine);
    const claimed = all.find((match) => distance(match) === 0) ?? onlyInside(all, claim);
    if (claimed !== undefined && (!weak || distance(claimed) === 0)) {
        return placed(claimed, { text, claim, status: 'verified' });
    }
    const matches = preferExact(weak ? all.filter((match) => distance(match) <= WEAK_LINES) : all);
    const [best, next] = matches.toSorted((a, b) => distance(a) - distance(b));
    if (best === undefined) {
        return { status: 'unverified', detail: 'The quote is too short to prove a place away from the claimed line.' };
    }
    const clear = next === undefined || (distance(best) <= NEAR_LINES && distance(next) >= MARGIN * distance(best));
    if (clear)
        return placed(best, { text, claim, status: 'relocated' });
    return { status: 'ambiguous', detail: `The quote stands at ${matches.length} places, none at the claimed line.` };
}
/** A claim of several lines may hold the quote anywhere, as long as it holds it once. */
function onlyInside(matches, claim) {
    const inside = matches.filter((match) => match.startLine >= claim.startLine && match.endLine <= claim.endLine);
    return inside.length === 1 ? inside[0] : undefined;
}
/** The same statement at another indentation is another place when one place has the very whitespace. */
function preferExact(matches) {
    return matches.some(({ exact }) => exact) ? matches.filter(({ exact }) => exact) : matches;
}
function placed(match, { text, claim, status }) {
    const { startLine, endLine } = match;
    const own = text.lines.slice(startLine - 1, endLine).join('\n');
    const detail = status === 'verified' ? null : `Moved from line ${claim.startLine} to line ${startLine}.`;
    return { status, region: { startLine, endLine }, text: own, detail };
}
function isWeak(quote) {
    let count = 0;
    for (const line of quote) {
        count += line.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
        if (count >= WEAK_CHARACTERS)
            return false;
    }
    return true;
}
function withoutWhitespace(line) {
    return line.replace(/\s+/g, '');
}

// EXTERNAL MODULE: ./src/diff/invisible.ts
var invisible = __webpack_require__(4784);
;// CONCATENATED MODULE: ./src/evidence/resolve-path.ts

const MAX_PATH_CHARACTERS = 4096;
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const scheme = /^[a-zA-Z][a-zA-Z0-9+.-]*:/;
/** Reads the lists of known paths once, for all findings. */
function pathResolver(context) {
    const known = { new: knownPaths('new', context), old: knownPaths('old', context) };
    return (side, path) => {
        const candidates = spellingsOf(path);
        const match = candidates.map((candidate) => known[side].get(candidate)).find((found) => found !== undefined);
        // A path of the change itself is right however odd it is.
        if (match !== undefined)
            return { kind: 'candidates', paths: [match] };
        const reason = whyUnusable(path);
        return reason === undefined ? { kind: 'candidates', paths: candidates } : { kind: 'rejected', reason };
    };
}
function spellingsOf(path) {
    const plain = path.replace(/^\.\//, '');
    const stripped = plain.replace(/^[ab]\//, '');
    return stripped === plain ? [plain] : [plain, stripped];
}
/** What a reviewer may write → the path on the asked side. The diff shows it paths with visible escapes. */
function knownPaths(side, { diff, neutralised }) {
    const known = new Map();
    for (const { path, snapshotPath } of neutralised)
        known.set(snapshotPath, path);
    for (const { path } of diff.omitted)
        known.set(path, path);
    for (const { path, oldPath } of diff.files) {
        const asked = side === 'old' ? (oldPath ?? path) : path;
        known.set((0,invisible/* showPath */.P)(path), asked).set(path, asked);
        if (oldPath !== undefined && side === 'old')
            known.set((0,invisible/* showPath */.P)(oldPath), oldPath).set(oldPath, oldPath);
    }
    return known;
}
function whyUnusable(path) {
    if (path === '')
        return 'the path is empty';
    if (path.length > MAX_PATH_CHARACTERS)
        return `the path is longer than ${MAX_PATH_CHARACTERS} characters`;
    if (control.test(path))
        return 'the path holds control characters';
    if (scheme.test(path))
        return 'the path is a URL or holds a drive letter; a path below the repository is needed';
    if (path.startsWith('/') || path.startsWith('\\'))
        return 'the path is absolute; a path below the repository is needed';
    if (path.split(/[/\\]/).includes('..'))
        return 'the path leaves the repository';
    return undefined;
}

;// CONCATENATED MODULE: ./src/evidence/check.ts



const MAX_FINDINGS = 500;
/** Texts that are kept cut into lines at once. */
const MAX_INDEXED = 16;
/** Looks up the quotes of all findings of one reviewer. */
async function checkFindings(findings, context) {
    const look = lookupIn(context);
    const checked = [];
    const rejected = [];
    for (const raw of findings.slice(0, MAX_FINDINGS)) {
        const outcome = await checkFinding(raw, context, look);
        if (typeof outcome === 'string')
            rejected.push(toRejected(context.reviewer, outcome, raw));
        else
            checked.push(outcome);
    }
    for (const raw of findings.slice(MAX_FINDINGS)) {
        rejected.push(toRejected(context.reviewer, `more than ${MAX_FINDINGS} findings in one reply`, raw));
    }
    return { checked, rejected };
}
function lookupIn({ diff, files, neutralised = [] }) {
    const resolve = pathResolver({ diff, neutralised });
    const read = readerOf(files);
    return async (side, path) => {
        const resolved = resolve(side, path);
        if (resolved.kind === 'rejected')
            return resolved;
        for (const candidate of resolved.paths) {
            const text = await read(side, candidate);
            if (text !== undefined)
                return { kind: 'found', path: candidate, text };
        }
        return { kind: 'found', path: resolved.paths[0], text: undefined };
    };
}
/** Keeps the last few texts, because findings of one file tend to follow each other. */
function readerOf(files) {
    const kept = new Map();
    return async (side, path) => {
        const key = `${side} ${path}`;
        const known = kept.get(key);
        if (known !== undefined)
            return known;
        const text = await files.text(side, path);
        if (text === undefined)
            return undefined;
        const indexed = indexText(text);
        const [oldest] = kept.keys();
        if (kept.size >= MAX_INDEXED && oldest !== undefined)
            kept.delete(oldest);
        kept.set(key, indexed);
        return indexed;
    };
}
/** The checked finding, or why it cannot be accepted. */
async function checkFinding(raw, context, look) {
    const capped = capFinding(raw);
    if (capped.kind === 'rejected')
        return capped.reason;
    const found = await look(raw.side, raw.path);
    if (found.kind === 'rejected')
        return found.reason;
    const finding = { ...capped.finding, path: found.path };
    const place = placeOf(finding, found.text);
    if (typeof place === 'string')
        return place;
    const related = await checkRelated(finding, look);
    const scope = scopeOf(finding, related, context.diff);
    const detail = joined([place.detail, ...capped.notes, lostNote(finding, related), scope]);
    return {
        finding: { ...finding, triage: scope === undefined ? finding.triage : 'out-of-scope' },
        region: place.region,
        text: place.text,
        evidence: { status: place.status, detail },
        related,
        reviewer: context.reviewer,
    };
}
function placeOf(finding, text) {
    const location = text === undefined ? unreadable(finding) : locateIn(text, finding);
    if (location.status === 'verified' || location.status === 'relocated')
        return location;
    const { startLine, endLine, quote } = finding;
    if (startLine < 1 || endLine < startLine || !Number.isSafeInteger(endLine)) {
        return `the quote was not found and lines ${startLine} to ${endLine} are not a range`;
    }
    const last = text === undefined ? endLine : lineCount(text);
    if (startLine > last)
        return `the quote was not found and line ${startLine} is beyond the file's last line, ${last}`;
    const region = { startLine, endLine: Math.min(endLine, last) };
    return { status: location.status, region, text: quote, detail: location.detail };
}
function unreadable({ side }) {
    const where = side === 'new' ? 'at the head' : 'at the base';
    return { status: 'unverified', detail: `There is no readable text file of this path ${where}.` };
}
/** Without the empty piece after the last line's terminator; an empty file has one line to point at. */
function lineCount({ lines }) {
    return Math.max(1, lines.at(-1) === '' ? lines.length - 1 : lines.length);
}
async function checkRelated(finding, look) {
    const located = [];
    for (const { path, startLine, quote } of finding.related) {
        const found = await look('new', path);
        if (found.kind === 'rejected' || found.text === undefined)
            continue;
        const location = locateIn(found.text, { startLine, endLine: startLine, quote });
        if ('region' in location)
            located.push({ path: found.path, region: location.region, quote });
    }
    return located;
}
/** Why the finding is not about this change; undefined when it is. */
function scopeOf(finding, related, diff) {
    const changed = new Set();
    for (const { path, oldPath } of diff.files)
        changed.add(path).add(oldPath ?? path);
    for (const { path, kind } of diff.omitted)
        if (kind === 'unreviewed')
            changed.add(path);
    if (changed.has(finding.path) || related.some(({ path }) => changed.has(path)))
        return undefined;
    const excluded = diff.omitted.find(({ path }) => path === finding.path);
    if (excluded !== undefined)
        return `Out of scope: the policy leaves this path out (${excluded.reason}).`;
    return 'Out of scope: neither this path nor a related location was changed.';
}
function lostNote(finding, related) {
    const lost = finding.related.length - related.length;
    return lost === 0 ? undefined : `${lost} of ${finding.related.length} related locations could not be found.`;
}
function joined(details) {
    const present = details.filter((detail) => detail !== undefined && detail !== null);
    return present.length === 0 ? null : present.join(' ');
}

;// CONCATENATED MODULE: ./src/evidence/own/anchor.ts
/** The file's first added line, else its first removed one, else its first line. */
function firstChangedLine(file) {
    const { path } = file;
    let removed;
    for (const hunk of file.hunks) {
        for (const line of hunk.lines) {
            if (line.kind === 'added')
                return { path, side: 'new', line: line.newLine, text: withoutReturn(line.text) };
            if (line.kind === 'removed')
                removed ??= { path, side: 'old', line: line.oldLine, text: withoutReturn(line.text) };
        }
    }
    return removed ?? { path, side: file.status === 'deleted' ? 'old' : 'new', line: 1, text: '' };
}
/** A line without the CR of its terminator. */
function withoutReturn(text) {
    return text.endsWith('\r') ? text.slice(0, -1) : text;
}

;// CONCATENATED MODULE: ./src/evidence/own/scanned-text.ts

const submodule = '160000';
/** The added lines of a file; none of a submodule or of a file with a NUL byte, which is not text. */
function addedLines(file) {
    if (file.newMode === submodule)
        return [];
    const lines = file.hunks.flatMap((hunk) => hunk.lines);
    if (lines.some(({ kind, text }) => kind === 'added' && text.includes('\0')))
        return [];
    return lines.flatMap((line) => {
        if (line.kind !== 'added')
            return [];
        const anchor = { path: file.path, side: 'new', line: line.newLine, text: withoutReturn(line.text) };
        return [{ where: 'This line', anchor, kind: 'line', text: line.text, startsFile: line.newLine === 1 }];
    });
}
/** The names that files get in the change. */
function fileNames(files) {
    return files
        .filter(({ status }) => status === 'added' || status === 'renamed')
        .map((file) => ({
        where: 'The name of this file',
        anchor: firstChangedLine(file),
        kind: 'name',
        text: file.path,
        startsFile: false,
    }));
}
const shortSha = 12;
/** Title, body, branch and commits; they stand on the first changed line of the change, as they have no line. */
function wordsOfChange(change, anchor) {
    const { pullRequest, commits } = change;
    const ofPullRequest = pullRequest === undefined
        ? []
        : [
            ['The pull request title', 'prose', pullRequest.title],
            ['The pull request body', 'prose', pullRequest.body],
            ['The branch name', 'name', pullRequest.headRef],
        ];
    const ofCommits = commits.flatMap(({ sha, message, authorName }) => [
        [`The commit message of ${sha.slice(0, shortSha)}`, 'prose', message],
        [`The author name of commit ${sha.slice(0, shortSha)}`, 'prose', authorName],
    ]);
    return [...ofPullRequest, ...ofCommits].map(([where, kind, text]) => ({
        where,
        anchor,
        kind,
        text,
        startsFile: false,
    }));
}

;// CONCATENATED MODULE: ./src/evidence/own/look-alikes.ts
/** Cyrillic and Greek letters that most fonts draw like a Latin one. Only certain ones: `κ`, `к` or `ν` differ. */
const groups = [
    ['Cyrillic', 'аеорсухіјѕһԁԛԝӏѵАВЕКМНОРСТХІЈЅԚԜҮӀѴ', 'aeopcyxijshdqwlvABEKMHOPCTXIJSQWYIV'],
    ['Greek', 'οϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ', 'ocjABEZHIKMNOPTYXC'],
];
/** By the letter. */
const lookAlikes = new Map(groups.flatMap(([script, letters, latin]) => [...letters].map((letter, index) => [letter, { script, latin: latin[index] ?? '' }])));
const other = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const allOther = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;
const latin = /\p{Script=Latin}/u;
/** An escape such as `\n` or `%s` ends before the letter that follows it: `"\nНо"` is one Cyrillic word. */
const words = /[\\%][A-Za-z]|[\p{L}\p{M}\p{N}_$]+/gu;
/** Letters of another script in words that are Latin otherwise, where every such letter passes for a Latin one. */
function mixedLetters(line) {
    if (!other.test(line))
        return [];
    return [...line.matchAll(words)].flatMap((match) => lettersOf(match[0], match.index));
}
function lettersOf(word, start) {
    if (!latin.test(word))
        return [];
    const foreign = [...word.matchAll(allOther)];
    if (!foreign.every(([letter]) => lookAlikes.has(letter)))
        return [];
    return foreign.map((match) => ({ offset: start + match.index, code: match[0].codePointAt(0) ?? 0 }));
}

;// CONCATENATED MODULE: ./src/evidence/own/code-point-names.ts

const names = {
    0: 'NULL',
    8: 'BACKSPACE',
    11: 'LINE TABULATION',
    12: 'FORM FEED',
    13: 'CARRIAGE RETURN',
    27: 'ESCAPE',
    127: 'DELETE',
    133: 'NEXT LINE',
    173: 'SOFT HYPHEN',
    847: 'COMBINING GRAPHEME JOINER',
    1564: 'ARABIC LETTER MARK',
    4447: 'HANGUL CHOSEONG FILLER',
    4448: 'HANGUL JUNGSEONG FILLER',
    6068: 'KHMER VOWEL INHERENT AQ',
    6069: 'KHMER VOWEL INHERENT AA',
    6158: 'MONGOLIAN VOWEL SEPARATOR',
    8203: 'ZERO WIDTH SPACE',
    8204: 'ZERO WIDTH NON-JOINER',
    8205: 'ZERO WIDTH JOINER',
    8206: 'LEFT-TO-RIGHT MARK',
    8207: 'RIGHT-TO-LEFT MARK',
    8232: 'LINE SEPARATOR',
    8233: 'PARAGRAPH SEPARATOR',
    8234: 'LEFT-TO-RIGHT EMBEDDING',
    8235: 'RIGHT-TO-LEFT EMBEDDING',
    8236: 'POP DIRECTIONAL FORMATTING',
    8237: 'LEFT-TO-RIGHT OVERRIDE',
    8238: 'RIGHT-TO-LEFT OVERRIDE',
    8288: 'WORD JOINER',
    8289: 'FUNCTION APPLICATION',
    8290: 'INVISIBLE TIMES',
    8291: 'INVISIBLE SEPARATOR',
    8292: 'INVISIBLE PLUS',
    8294: 'LEFT-TO-RIGHT ISOLATE',
    8295: 'RIGHT-TO-LEFT ISOLATE',
    8296: 'FIRST STRONG ISOLATE',
    8297: 'POP DIRECTIONAL ISOLATE',
    10240: 'BRAILLE PATTERN BLANK',
    12644: 'HANGUL FILLER',
    65279: 'ZERO WIDTH NO-BREAK SPACE',
    65440: 'HALFWIDTH HANGUL FILLER',
    65529: 'INTERLINEAR ANNOTATION ANCHOR',
    65530: 'INTERLINEAR ANNOTATION SEPARATOR',
    65531: 'INTERLINEAR ANNOTATION TERMINATOR',
};
/** First and last code point of a range → what one of it is called. */
const ranges = [
    [0x00, 0x9f, 'CONTROL CHARACTER'],
    [0x180b, 0x180f, 'MONGOLIAN FREE VARIATION SELECTOR'],
    [0x206a, 0x206f, 'DEPRECATED FORMAT CHARACTER'],
    [0xfe00, 0xfe0f, 'VARIATION SELECTOR'],
    [0xe0000, 0xe007f, 'TAG CHARACTER'],
    [0xe0100, 0xe01ef, 'VARIATION SELECTOR'],
];
/** `U+202E RIGHT-TO-LEFT OVERRIDE`. */
function nameOf(code) {
    const lookAlike = lookAlikes.get(String.fromCodePoint(code));
    if (lookAlike !== undefined)
        return `${notation(code)} (${lookAlike.script}, looks like "${lookAlike.latin}")`;
    const range = ranges.find(([first, last]) => code >= first && code <= last);
    return `${notation(code)} ${names[code] ?? range?.[2] ?? 'INVISIBLE CHARACTER'}`;
}
/** `U+00AD`. */
function notation(code) {
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

;// CONCATENATED MODULE: ./src/evidence/own/deceptive.ts



const plain = /^[\t\x20-\x7e]*\r?$/;
const candidates = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/gu;
/** The flags of England, Scotland and Wales: the only emoji in which tag characters stand. */
const tagFlags = /\u{1f3f4}\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}/gu;
const pictograph = /\p{Extended_Pictographic}/u;
const emojiModifier = /\p{Emoji_Modifier}/u;
const visibleBraille = /[\u2801-\u28ff]/u;
const mongolian = /\p{Script=Mongolian}/u;
const ideograph = /\p{Script=Han}/u;
/** What the standardised variation sequences begin with. */
const hasVariants = /[\p{Sm}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Myanmar}\p{Script=Phags_Pa}]/u;
const variationSelector = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
const keycapBase = /[0-9#*]/;
/** Scripts that write without spaces, so that a zero width space shows where a line may break. */
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
/** Letters and marks of scripts whose spelling needs the joiners: cursive ones and those of the Indic family. */
const joining = new RegExp(`(?=[\\p{L}\\p{M}])[${[
    ...['Arabic', 'Syriac', 'Mandaic', 'Nko', 'Mongolian', 'Hanifi_Rohingya', 'Adlam'],
    ...['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam'],
    ...['Sinhala', 'Khmer', 'Myanmar', 'Tibetan', 'Limbu', 'Balinese', 'Javanese', 'Sundanese', 'Meetei_Mayek'],
]
    .map((script) => `\\p{Script_Extensions=${script}}`)
    .join('')}]`, 'u');
/** What one line holds that a reader does not see, sees elsewhere or takes for something else; in order. */
function findDeceptive(line, { startsFile }) {
    if (plain.test(line))
        return [];
    const text = line.replace(tagFlags, (flag) => ' '.repeat(flag.length));
    const found = [];
    for (const match of text.matchAll(candidates)) {
        const code = match[0].codePointAt(0) ?? 0;
        const spot = { text, offset: match.index, code, startsFile };
        if (!isExpected(spot))
            found.push({ offset: match.index, code });
    }
    return [...found, ...mixedLetters(text)].toSorted((a, b) => a.offset - b.offset);
}
/** Whether the character does at this place what it is there for. */
function isExpected(spot) {
    const { text, offset, code } = spot;
    switch (code) {
        case 0x09:
            return true;
        case 0x0c:
            // Sources of the GNU project part their sections with a line of its own.
            return text.trim() === '';
        case 0x0d:
            return offset === text.length - 1;
        case 0xfeff:
            return spot.startsFile && offset === 0;
        case 0x200b:
            return unspaced.test(before(spot)) && unspaced.test(after(spot));
        case 0x200c:
            return joinsLetters(spot);
        case 0x200d:
            return joinsLetters(spot) || joinsEmoji(spot);
        case 0x2800:
            return visibleBraille.test(text);
        default:
            return isExpectedSelector(spot);
    }
}
/** One of the neighbours is enough: Persian sets a non-joiner behind a Latin word, and a joiner may end a word. */
function joinsLetters(spot) {
    return joining.test(before(spot)) || joining.test(after(spot));
}
function joinsEmoji(spot) {
    const last = before(spot);
    const isExtension = last === '\ufe0f' || emojiModifier.test(last);
    const base = isExtension ? before({ text: spot.text, offset: spot.offset - last.length }) : last;
    return pictograph.test(base) && pictograph.test(after(spot));
}
function isExpectedSelector(spot) {
    const { code } = spot;
    const base = before(spot);
    if (code === 0xfe0e || code === 0xfe0f) {
        return pictograph.test(base) || (keycapBase.test(base) && after(spot) === '\u20e3');
    }
    if (variationSelector.test(after(spot)))
        return false;
    if (code >= 0xfe00 && code <= 0xfe02)
        return hasVariants.test(base);
    if (code >= 0xe0100 && code <= 0xe01ef)
        return ideograph.test(base);
    return ((code >= 0x180b && code <= 0x180d) || code === 0x180f) && mongolian.test(base);
}
/** The character before the offset, or nothing. */
function before({ text, offset }) {
    const low = text.charCodeAt(offset - 1);
    const width = low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
    return text.slice(Math.max(0, offset - width), offset);
}
function after({ text, offset, code }) {
    const next = text.codePointAt(offset + (code > 0xffff ? 2 : 1));
    return next === undefined ? '' : String.fromCodePoint(next);
}
const maximumNames = 12;
const excerptBefore = 40;
const excerptLength = 160;
/** `U+202E RIGHT-TO-LEFT OVERRIDE (2 times), U+2066 …`, each code point once. */
function nameAll(found) {
    const counts = new Map();
    for (const { code } of found)
        counts.set(code, (counts.get(code) ?? 0) + 1);
    const all = [...counts].map(([code, count]) => (count === 1 ? nameOf(code) : `${nameOf(code)} (${count} times)`));
    const more = all.length - maximumNames;
    return more > 0 ? `${all.slice(0, maximumNames).join(', ')} and ${more} others` : all.join(', ');
}
/** The part of the line around the first that was found, with all of them as `⟨U+202E⟩`. */
function showDeceptive(line, found) {
    const start = wholeCharacter(line, Math.max(0, (found[0]?.offset ?? 0) - excerptBefore));
    const end = wholeCharacter(line, Math.min(line.length, start + excerptLength));
    const codes = new Set(found.map(({ code }) => code));
    const excerpt = Array.from(line.slice(start, end), (character) => {
        const code = character.codePointAt(0) ?? 0;
        return codes.has(code) ? `⟨${notation(code)}⟩` : character;
    }).join('');
    return `${start > 0 ? '…' : ''}${(0,invisible/* showInvisible */.j)(excerpt).trim()}${end < line.length ? '…' : ''}`;
}
/** Not between the halves of a surrogate pair. */
function wholeCharacter(text, offset) {
    const low = text.charCodeAt(offset);
    return low >= 0xdc00 && low <= 0xdfff ? offset - 1 : offset;
}

;// CONCATENATED MODULE: ./src/evidence/own/fold-text.ts

const fold_text_plain = /^[\x20-\x7e]*$/;
const tagCharacter = /[\u{e0020}-\u{e007e}]/gu;
const fold_text_invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/** A bounded run, because sorting the marks of an endless one takes quadratic time. */
const beyondAscii = /[^\x00-\x7f]{1,64}/gu;
const lookAlike = new RegExp(`[${[...lookAlikes.keys()].join('')}]`, 'g');
const dash = /\p{Pd}/gu;
const tagOffset = 0xe0000;
/**
 * One spelling for what a model reads alike: NFKC, tag characters as the ASCII that they stand for, without invisible
 * characters, look-alike letters as Latin ones, `-` for any dash, and one space for any white space or control character.
 */
function foldText(text) {
    const visible = fold_text_plain.test(text) ? text : toPlainLetters(text);
    return visible.replace(/[\p{Z}\p{Cc}]+/gu, ' ').trim();
}
function toPlainLetters(text) {
    return text
        .replace(tagCharacter, (tag) => String.fromCodePoint((tag.codePointAt(0) ?? 0) - tagOffset))
        .replace(fold_text_invisible, '')
        .replace(beyondAscii, (run) => run.normalize('NFKC'))
        .replace(dash, '-')
        .replace(lookAlike, (letter) => lookAlikes.get(letter)?.latin ?? letter);
}

;// CONCATENATED MODULE: ./src/evidence/own/injection.ts

/** Signs that may stand before the first word of a line: comments, quotes, lists. */
const leader = '^[ /*#<>!|"\'`+:;()[\\]{}\\\\.,-]{0,16}';
/** Few and certain ones: a false alarm in ordinary prose or code costs more trust than a miss. */
const kinds = [
    {
        says: 'asks to ignore earlier instructions',
        pattern: /\b(?:ignore|disregard|forget)(?: (?:all|any|every|everything|of|the|your|my|these|those|and|other)){0,5} (?:previous|previously|prior|above|earlier|preceding|foregoing|system)(?: (?:given|system|and|or|previous|prior|above|review)){0,3} (?:instructions?|prompts?|guidelines?|directives?)\b/i,
    },
    {
        says: 'asks to ignore instructions',
        pattern: /\b(?:ignore|disregard|forget)(?: (?:all|any|of|your)){1,3}(?: (?:the|your|other|initial|original)){0,2} (?:instructions|prompts|guidelines)\b/i,
    },
    {
        says: 'asks to ignore instructions',
        pattern: /\b(?:ignore|disregard|forget) (?:the |these )?(?:instructions|prompt) (?:above|before this)\b/i,
    },
    {
        says: 'poses as a message of another role and gives an order',
        pattern: new RegExp(`${leader}(?:system|human|assistant|developer|reviewer) ?: ?(?:please |now |you |must |should |are |to ){0,4}(?:approve|ignore|disregard|forget|output|print|return|report|respond|reply|reveal|pretend|act as|never|always|skip the|in maintenance)\\b`, 'i'),
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
        pattern: /\b(?:always|immediately|just|simply|must|you should|reviewers?:|ai:) (?:just |simply )?approve (?:this|the) (?:pull request|merge request|pr|change|changes|diff|commit)\b/i,
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
        pattern: /\byou(?: are|'re) (?:now )?(?:running |operating )?in (?:an? )?(?:maintenance|developer|debug|admin|god|unrestricted|jailbreak) mode\b/i,
    },
    {
        says: 'speaks to an automated reviewer',
        pattern: /\b(?:note|message|attention|dear|hey|hello)(?: to| for|:|,)? (?:the |all |any )?(?:ai|llm|automated|automatic)(?: code)? review(?:er|ers|ing)?\b/i,
    },
    {
        says: 'speaks to a model',
        pattern: /\bif you are an? (?:ai|llm|(?:large )?language model|automated reviewer|ai reviewer)\b/i,
    },
    {
        says: 'asks for the instructions of the reviewer',
        pattern: /\b(?:reveal|print|repeat|output|leak) your (?:system prompt|initial prompt|initial instructions|hidden)\b/i,
    },
];
/** Says fast that a text has nothing of all this, which holds for nearly every line. */
const trigger = /ignore|disregard|forget|system|human|assistant|developer|reviewer|< ?\/ ?(?:untrusted|diff|pull)|im_start|INST\]|verdict|findings|approve|report any|you(?: are|'re) |ai |llm |automat|language model/i;
const injection_excerptBefore = 30;
const injection_excerptLength = 140;
/** A cut may leave one half of a pair. */
const loneSurrogate = /\p{Cs}/gu;
/** The first order to a reviewer in a line; undefined where there is none. */
function findInjection(line) {
    const text = foldText(line);
    if (!trigger.test(text))
        return undefined;
    for (const { says, pattern } of kinds) {
        const match = pattern.exec(text);
        if (match !== null)
            return { says, excerpt: excerptAt(text, match.index) };
    }
    return undefined;
}
function excerptAt(text, offset) {
    const start = Math.max(0, offset - injection_excerptBefore);
    const end = Math.min(text.length, start + injection_excerptLength);
    return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`.replace(loneSurrogate, '');
}

;// CONCATENATED MODULE: ./src/evidence/own/scans.ts




const hiddenUnicode = {
    rule: 'hidden-unicode',
    title: 'Hidden or deceptive characters',
    advice: 'What a person sees here is not what a program reads; remove them, or make sure that they are meant.',
    look: (scanned) => firstOf(linesOf(scanned), (line, index) => {
        const found = findDeceptive(line, { startsFile: scanned.startsFile && index === 0 });
        return found.length === 0 ? undefined : `holds ${nameAll(found)}: "${showDeceptive(line, found)}"`;
    }),
};
const injection = {
    rule: 'injection',
    title: 'Text that gives orders to a reviewer or its tool',
    advice: 'It decides nothing in this review; a person should ask why it is there.',
    look: (scanned) => firstOf(scans_readingsOf(scanned), (line) => {
        const found = findInjection(line);
        return found === undefined ? undefined : `${found.says}: "${(0,invisible/* showInvisible */.j)(found.excerpt)}"`;
    }),
};
const marker = /model-stack(?: ?[:-] ?| )(?:ignore|disable|suppress|skip|silence|allow|off|no-?lint)(?![a-z])/i;
/** Other letters may fold to these. */
const mayHoldMarker = /model|[^\x00-\x7f]/i;
const marked = {
    rule: 'policy',
    title: 'Suppression added in this change; it does not count',
    advice: 'Only the config file of the base branch suppresses results; remove the marker.',
    look: ({ text }) => {
        const found = mayHoldMarker.test(text) ? marker.exec(foldText(text)) : null;
        return found === null ? undefined : `asks this tool to be silent ("${found[0]}"), which has no effect`;
    },
};
/** What is looked for in added lines. */
const lineScans = [marked, hiddenUnicode, injection];
/** What is looked for in names, titles and messages. */
const wordScans = [hiddenUnicode, injection];
function linesOf({ kind, text }) {
    return kind === 'prose' ? text.split('\n') : [text];
}
/** A name is read in parts and with spaces, prose in lines and as a whole, so that a line break hides nothing. */
function scans_readingsOf(scanned) {
    const { kind, text } = scanned;
    switch (kind) {
        case 'line':
            return [text];
        case 'prose':
            return [...linesOf(scanned), text];
        case 'name':
            return [...text.split('/'), ...spaced(text).split('/'), spaced(text).replaceAll('/', ' ')];
    }
}
function spaced(name) {
    return name.replaceAll(/[_-]/g, ' ');
}
function firstOf(texts, look) {
    for (const [index, text] of texts.entries()) {
        const seen = look(text, index);
        if (seen !== undefined)
            return seen;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/snapshot/agent-config.ts
/**
 * Names that some agent, editor or search tool obeys. Each is neutralised as a file and as a directory, at any depth.
 * Ignore files are here because ripgrep honours them: a hostile one hides files from the reviewer's searches.
 */
const agent_config_names = new Set([
    // Instruction files.
    'agent.md',
    'agents.md',
    'agents.local.md',
    'agents.override.md',
    'claude.md',
    'claude.local.md',
    'copilot-instructions.md',
    'crush.md',
    'crush.local.md',
    'gemini.md',
    'qwen.md',
    'skill.md',
    'warp.md',
    '.clinerules',
    '.cursorrules',
    '.goosehints',
    '.roorules',
    '.rules',
    '.windsurfrules',
    // Settings of agents and of the tools they start.
    '.claude.json',
    '.crush.json',
    '.envrc',
    '.mcp.json',
    '.npmrc',
    '.opencode.json',
    '.opencode.jsonc',
    '.pnpmfile.cjs',
    '.ripgreprc',
    '.roomodes',
    '.yarnrc',
    '.yarnrc.yml',
    'bunfig.toml',
    'crush.json',
    'mcp.json',
    'opencode.json',
    'opencode.jsonc',
    // What git and search tools obey.
    '.agignore',
    '.aiexclude',
    '.aiignore',
    '.claudeignore',
    '.clineignore',
    '.codeiumignore',
    '.codexignore',
    '.cursorignore',
    '.cursorindexingignore',
    '.fdignore',
    '.geminiignore',
    '.gitattributes',
    '.gitconfig',
    '.gitignore',
    '.gitmodules',
    '.ignore',
    '.qwenignore',
    '.rgignore',
    '.rooignore',
    // Directories.
    '.agent',
    '.agents',
    '.amazonq',
    '.augment',
    '.claude',
    '.claude-plugin',
    '.cline',
    '.codex',
    '.codex-plugin',
    '.continue',
    '.copilot',
    '.crush',
    '.cursor',
    '.cursor-plugin',
    '.devcontainer',
    '.devcontainer.json',
    '.factory',
    '.gemini',
    '.goose',
    '.husky',
    '.idea',
    '.junie',
    '.kilocode',
    '.kiro',
    '.openhands',
    '.opencode',
    '.qwen',
    '.roo',
    '.trae',
    '.vscode',
    '.windsurf',
    '.zed',
]);
/** A name that starts so is neutralised whatever follows: `.env.production`, `.aider.conf.yml`. */
const prefixes = ['.env.', '.aider'];
/** `.env` itself stands apart from its prefix, so that `.environment` stays as it is. */
const environmentFile = '.env';
/** Directories below `.github` that only agents read. */
const githubDirectories = new Set([
    'agents',
    'chatmodes',
    'copilot',
    'hooks',
    'instructions',
    'prompts',
    'skills',
]);
/** Printable ASCII needs only the lower case, and nearly every path is that. */
const agent_config_plain = /^[\x20-\x7e]*$/;
/** Code points that a file system or a reader drops or does not show. */
const agent_config_invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/**
 * One spelling for all names that some file system or reader takes for the same: NFKC, case folded, invisible code
 * points removed. Upper case first, because `ß` and `ſ` fold only that way.
 */
function foldName(name) {
    if (agent_config_plain.test(name))
        return name.toLowerCase();
    return name.normalize('NFKC').replace(agent_config_invisible, '').toUpperCase().toLowerCase().normalize('NFKC');
}
/** `foldName`, and without what Windows ignores: a stream such as `::$DATA`, dots and spaces at the end. */
function foldComponent(component) {
    const [stem = ''] = foldName(component).split(':', 1);
    return withoutTrailingDots(stem);
}
/** Whether the path names configuration or instructions of an agent or a tool, at any depth and in any spelling. */
function isAgentConfig(path) {
    const components = path.split('/').map(foldComponent);
    return components.some((component, index) => isConfigComponent(component, components[index - 1]));
}
/** The path as a harmless text file: nothing reads it by name, and a person can still tell what it was. */
function inertPath(path) {
    const components = path.split('/');
    const last = components.length - 1;
    const inert = components.map((component, index) => {
        const name = index === last ? `${visible(component)}.txt` : visible(component);
        return isConfigComponent(foldComponent(name), foldComponent(components[index - 1] ?? '')) ? `_${name}` : name;
    });
    return inert.join('/');
}
function isConfigComponent(folded, parent) {
    if (agent_config_names.has(folded) || folded === environmentFile)
        return true;
    if (prefixes.some((prefix) => folded.startsWith(prefix)))
        return true;
    return parent === '.github' && githubDirectories.has(folded);
}
function visible(component) {
    return component.replace(agent_config_invisible, (character) => {
        const code = character.codePointAt(0) ?? 0;
        return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
    });
}
/** A loop, because `/[. ]+$/` is quadratic on a long run of dots that ends in something else. */
function withoutTrailingDots(name) {
    let end = name.length;
    while (end > 0 && (name[end - 1] === '.' || name[end - 1] === ' '))
        end -= 1;
    return name.slice(0, end);
}

;// CONCATENATED MODULE: ./src/evidence/own/touched-files.ts



const codeOwners = new Set([
    'codeowners',
    '.github/codeowners',
    'docs/codeowners',
    '.gitlab/codeowners',
]);
/** The first that matches counts. */
const governing = [
    {
        matches: (path, configFile) => path === foldName(configFile),
        title: 'The change touches the policy of this review',
        governs: 'which decides what is reviewed and what blocks. This review went by the version of the base branch; the change takes effect only after merge',
    },
    {
        matches: (path) => path.startsWith('.github/model-stack'),
        title: 'The change touches a baseline, suppressions or settings of this review',
        governs: 'which can silence results. This review reads nothing of it from the change; it takes effect only after merge',
    },
    {
        matches: (path) => path.startsWith('.github/workflows/') || path.startsWith('.github/actions/'),
        title: 'The change touches a workflow or an action of this repository',
        governs: 'which decides which checks run, with which inputs and which secrets. For pull requests GitHub may already use the version of the change',
    },
    {
        matches: (path) => codeOwners.has(path),
        title: 'The change touches the code owners',
        governs: 'which decides who must approve which paths. It takes effect only after merge',
    },
    {
        matches: (path) => path === '.gitattributes' || path.endsWith('/.gitattributes'),
        title: 'The change touches git attributes',
        governs: 'which can hide files from diffs and mark them as generated. This review went by the version of the base branch; the change takes effect only after merge',
    },
];
/** Files that govern reviews and checks, one sighting for each path. */
function policyFiles(files, configFile) {
    return files.flatMap((file) => {
        const found = governing.find(({ matches }) => namesOf(file).some((name) => matches(foldName(name), configFile)));
        if (found === undefined)
            return [];
        const what = `The change ${deedOf(file)}, ${found.governs}.`;
        const advice = 'A person who answers for this repository should read this part of the change.';
        return [{ rule: 'policy', anchor: firstChangedLine(file), title: found.title, what, advice }];
    });
}
/** Files that instruct or configure agents and tools, one sighting for each path. */
function agentConfigFiles(files) {
    return files
        .filter((file) => namesOf(file).some(isAgentConfig))
        .map((file) => ({
        rule: 'agent-config',
        anchor: firstChangedLine(file),
        title: 'The change touches a file that instructs or configures an agent or a tool',
        what: `The change ${deedOf(file)}, which agents, editors or tools obey. In this review it was data and instructed nobody; after merge it steers whoever works here.`,
        advice: 'A person should read it as an instruction to every agent that is used here.',
    }));
}
function namesOf(file) {
    return file.oldPath === undefined ? [file.path] : [file.path, file.oldPath];
}
const maximumPathLength = 200;
function deedOf(file) {
    const path = quoted(file.path);
    switch (file.status) {
        case 'added':
            return `adds ${path}${linkNote(file)}`;
        case 'deleted':
            return `deletes ${path}`;
        case 'renamed':
            return `renames ${quoted(file.oldPath ?? file.path)} to ${path}${linkNote(file)}`;
        case 'modified':
        case 'type-changed':
            return `changes ${path}${linkNote(file)}`;
    }
}
const symbolicLink = '120000';
const touched_files_submodule = '160000';
function linkNote(file) {
    if (file.newMode === touched_files_submodule)
        return ' (a submodule)';
    if (file.newMode !== symbolicLink)
        return '';
    const { side, text } = firstChangedLine(file);
    return side === 'new' && text !== '' ? ` (a symbolic link to ${quoted(text)})` : ' (a symbolic link)';
}
function quoted(path) {
    return `"${(0,invisible/* showPath */.P)(path.length > maximumPathLength ? `${path.slice(0, maximumPathLength)}…` : path)}"`;
}

;// CONCATENATED MODULE: ./src/evidence/own-findings.ts






/** Of one rule in one file; the rest is counted. */
const maximumSightings = 10;
/** Of one run; code scanning shows no more than a few thousand, and a person reads fewer. */
const maximumFindings = 200;
/** What our own code says of a change without any model: one finding for each rule and line, the worst first. */
function ownFindings(material) {
    const { files, configFile, ownResults } = material;
    const sightings = [
        ...policyFiles(files, configFile),
        ...agentConfigFiles(files),
        ...scanWords(material),
        ...files.flatMap(scanFile),
    ];
    const findings = byPlace(sightings)
        .map((group) => toFinding(group, ownResults))
        .toSorted((a, b) => (0,types_rule/* bySeverity */.Np)(a.finding, b.finding));
    return capped(findings);
}
function scanWords({ files, change }) {
    const anchor = files.map(firstChangedLine).find(({ text }) => text !== '') ?? files.map(firstChangedLine)[0];
    if (anchor === undefined)
        return [];
    const words = wordsOfChange(change, anchor);
    const names = fileNames(files);
    return wordScans.flatMap((scan) => [...scanTexts(words, scan), ...names.flatMap((name) => scanTexts([name], scan))]);
}
function scanFile(file) {
    const lines = addedLines(file);
    return lineScans.flatMap((scan) => scanTexts(lines, scan));
}
/** The first sightings, and one that counts the rest where the first of them stands. */
function scanTexts(texts, scan) {
    const { rule, title, advice } = scan;
    const kept = [];
    const rest = [];
    for (const text of texts) {
        const seen = scan.look(text);
        if (seen === undefined)
            continue;
        if (kept.length >= maximumSightings)
            rest.push(text);
        else
            kept.push({ rule, anchor: text.anchor, title, what: `${text.where} ${seen}.`, advice });
    }
    const [first] = rest;
    if (first === undefined)
        return kept;
    const what = `From here on, ${rest.length} more of the same are not listed one by one.`;
    return [...kept, { rule, anchor: first.anchor, title, what, advice }];
}
/** Results of one rule on one line could not be told apart later. */
function byPlace(sightings) {
    const groups = new Map();
    for (const sighting of sightings) {
        const { path, side, line } = sighting.anchor;
        const key = JSON.stringify([sighting.rule, path, side, line]);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [sighting]);
        else
            group.push(sighting);
    }
    return [...groups.values()];
}
const maximumQuoteLength = 1_000;
function toFinding(group, ownResults) {
    const [{ rule, anchor, title }] = group;
    const { path, side, line, text } = anchor;
    const quote = cut(text);
    const sentences = [...group.map(({ what }) => what), ...new Set(group.map(({ advice }) => advice))];
    const detail = text === '' ? 'This is about the path itself, of which no line changed.' : null;
    return {
        finding: {
            ...{ ruleId: rule, severity: ownResults[rule] ?? 'low', confidence: 'certain', basis: 'grounded' },
            ...{ assumptions: [], triage: 'real', title, message: sentences.join(' '), recommendation: null },
            ...{ path, side, startLine: line, endLine: line, quote, related: [] },
        },
        region: { startLine: line, endLine: line },
        text: quote,
        evidence: { status: 'verified', detail },
        related: [],
        reviewer: types_result/* ownReviewer */.sR,
    };
}
/** A part of the line is still text of the file. */
function cut(text) {
    // Half a surrogate pair at the end is no character of the file.
    return text.length <= maximumQuoteLength ? text : text.slice(0, maximumQuoteLength).replace(/\p{Cs}$/u, '');
}
/** The worst ones come first, so that a flood of mild ones hides no raised one. */
function capped(findings) {
    const last = findings[maximumFindings - 1];
    const more = findings.length - maximumFindings;
    if (last === undefined || more <= 0)
        return findings;
    const message = `${last.finding.message} ${more} more results of our own checks are not listed.`;
    return [...findings.slice(0, maximumFindings - 1), { ...last, finding: { ...last.finding, message } }];
}

;// CONCATENATED MODULE: ./src/gate/blocks.ts


/** Whether the result fails the check: contract.md, "A result blocks when". */
function blocks(result, policy) {
    return (reachesThreshold(result, policy.failOnSeverity) &&
        result.triage === 'real' &&
        isProven(result) &&
        result.confidence !== 'possible' &&
        isSupported(result, policy.minAgreement ?? 1) &&
        result.suppression === null &&
        result.baselineState === 'new');
}
/** The results with `blocking` set. */
function markBlocking(results, policy) {
    return results.map((result) => ({ ...result, blocking: blocks(result, policy) }));
}
function reachesThreshold(result, failOnSeverity) {
    const { severity } = result;
    if (failOnSeverity === 'never')
        return false;
    // Results of our own code are low unless the configuration raised them, and only a raised one may block.
    if ((0,types_result/* isOwnResult */.aR)(result) && severity === 'low')
        return false;
    return (0,types_rule/* severityRank */.qs)(severity) <= (0,types_rule/* severityRank */.qs)(failOnSeverity);
}
function isProven({ basis, evidence }) {
    return basis === 'grounded' && (evidence.status === 'verified' || evidence.status === 'relocated');
}
/** Our own code needs nobody's support. */
function isSupported(result, minAgreement) {
    return (0,types_result/* isOwnResult */.aR)(result) || result.agreement.found + result.agreement.confirmed >= minAgreement;
}

// EXTERNAL MODULE: ./src/gate/decide.ts
var decide = __webpack_require__(5243);
// EXTERNAL MODULE: ./src/host/tree-proof.ts
var tree_proof = __webpack_require__(8555);
// EXTERNAL MODULE: ./src/policy/load.ts
var load = __webpack_require__(8164);
// EXTERNAL MODULE: ./src/types/policy.ts
var policy = __webpack_require__(4247);
// EXTERNAL MODULE: ./src/policy/globs.ts
var policy_globs = __webpack_require__(973);
// EXTERNAL MODULE: ./src/policy/near-miss.ts
var near_miss = __webpack_require__(3891);
// EXTERNAL MODULE: ./src/policy/options.ts
var options = __webpack_require__(7536);
// EXTERNAL MODULE: ./src/policy/read-options.ts
var read_options = __webpack_require__(7779);
// EXTERNAL MODULE: ./src/policy/shown.ts
var shown = __webpack_require__(1003);
// EXTERNAL MODULE: ./src/policy/values.ts
var values = __webpack_require__(638);
;// CONCATENATED MODULE: ./src/policy/from-file.ts












/** Far above any config that a person writes. */
const maximumBytes = 256 * 1024;
const maximumAliases = 10;
const maximumAuthors = 200;
const maximumConditionLength = 254;
const TextOrList = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())], 'expected text or a list of texts');
/** Shape of the config file. What a value means is checked by the parsers that inputs and flags use too. */
const PolicyFile = schemas/* strictObject */.rej({
    'fail-on-severity': schemas/* string */.YjP().optional(),
    reviewers: TextOrList.optional(),
    'fallback-reviewers': TextOrList.optional(),
    'family-policy': schemas/* string */.YjP().optional(),
    effort: schemas/* string */.YjP().optional(),
    focus: schemas/* string */.YjP().optional(),
    instructions: schemas/* string */.YjP().optional(),
    'on-not-evaluated': schemas/* string */.YjP().optional(),
    'min-coverage': schemas/* number */.aig().optional(),
    paths: TextOrList.optional(),
    'paths-ignore': TextOrList.optional(),
    isolation: schemas/* string */.YjP().optional(),
    authors: schemas/* array */.YOg(schemas/* strictObject */.rej({
        branch: schemas/* string */.YjP().optional(),
        login: schemas/* string */.YjP().optional(),
        email: schemas/* string */.YjP().optional(),
        family: schemas/* string */.YjP(),
    }))
        .max(maximumAuthors)
        .optional(),
    models: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
    'allowed-families': schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    'own-results': schemas/* strictObject */.rej({
        'agent-config': schemas/* string */.YjP().optional(),
        'hidden-unicode': schemas/* string */.YjP().optional(),
        policy: schemas/* string */.YjP().optional(),
        injection: schemas/* string */.YjP().optional(),
        'test-gap': schemas/* string */.YjP().optional(),
        'config-ci': schemas/* string */.YjP().optional(),
    })
        .optional(),
});
/** Promised by the contract, not there yet. */
const laterKeys = [
    'min-agreement',
    'rounds',
    'rules',
    'exempt',
    'override',
    'suggestions',
    'suppressions',
];
/** Keys that are neither inputs nor flags: only the base branch may set them. */
const fileOnlyKeys = (/* unused pure expression or super */ null && (['own-results', 'authors', 'models', 'allowed-families']));
/** The config file of the base branch. An empty one is fine; every other fault is a ConfigurationError with its line. */
async function parsePolicyFile(text, path) {
    const bytes = Buffer.byteLength(text);
    if (bytes > maximumBytes) {
        throw new errors.ConfigurationError(`${path}: has ${bytes} bytes; accepted: up to ${maximumBytes}`);
    }
    const { value, lines } = await readYaml(text, path);
    if (value === null)
        return load/* nothingSet */.iP;
    const checked = PolicyFile.safeParse(value);
    if (checked.success)
        return toPolicyInputs(checked.data, { path, lines });
    const issue = checked.error.issues[0];
    const outer = String(issue?.path[0] ?? '');
    const key = issue?.path.map(String).join('.') ?? '';
    const at = lines.has(key) ? key : outer;
    throw new errors.ConfigurationError(`${place(path, lines.get(at))}: "${at}": ${issue?.message ?? 'wrong value'}`);
}
async function readYaml(text, path) {
    const { isMap, isSeq, LineCounter, parseDocument } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const lineCounter = new LineCounter();
    try {
        const document = parseDocument(text, {
            lineCounter,
            customTags: [],
            // Keys are compared below, in linear time and with our own words.
            uniqueKeys: false,
            stringKeys: true,
            prettyErrors: false,
            // At 'silent' a second document in the file would go unnoticed.
            logLevel: 'error',
        });
        refuseFaults(document, { path, lineCounter });
        if (document.contents === null)
            return { value: null, lines: new Map() };
        if (isMap(document.contents)) {
            const lines = from_file_linesOf(document.contents, { path, lineCounter, isMap, isSeq });
            return { value: document.toJS({ maxAliasCount: maximumAliases }), lines };
        }
        if (document.toJS() === null)
            return { value: null, lines: new Map() };
    }
    catch (error) {
        if (error instanceof errors.ConfigurationError)
            throw error;
        // Too many aliases, or nested too deeply for the parser: both only happen on purpose.
        throw new errors.ConfigurationError(`${path}: cannot be read as YAML; write plain keys and values`, { cause: error });
    }
    throw new errors.ConfigurationError(`${place(path, 1)}: is not a list of "key: value" lines; accepted keys: ${keyNames()}`);
}
/** A warning of the parser means that it guessed, for example at an unknown tag. */
function refuseFaults(document, { path, lineCounter }) {
    const fault = document.errors[0] ?? document.warnings[0];
    if (fault === undefined)
        return;
    const { line } = lineCounter.linePos(fault.pos[0]);
    throw new errors.ConfigurationError(`${place(path, line)}: is not valid YAML: ${oneLine(fault.message)}`, { cause: fault });
}
function from_file_linesOf(map, source) {
    const nested = map.items.flatMap((pair) => {
        const { key } = from_file_keyOf(pair);
        const maps = nestedMaps(pair.value, key, source);
        return maps.flatMap(({ name, map: inner }) => [...keyLines(inner, source, nestedRefusals[key] ?? acceptAll)].map(([innerKey, line]) => [`${name}.${innerKey}`, line]));
    });
    return new Map([...keyLines(map, source, refuseUnknownKey), ...nested]);
}
function nestedMaps(value, name, { isMap, isSeq }) {
    if (isMap(value))
        return [{ name, map: value }];
    if (!isSeq(value))
        return [];
    return value.items.flatMap((item, index) => (isMap(item) ? [{ name: `${name}.${index}`, map: item }] : []));
}
const nestedRefusals = {
    'own-results': refuseUnknownRule,
    authors: refuseUnknownCondition,
    models: refuseOddName,
};
function acceptAll() { }
function keyLines(map, { path, lineCounter }, refuse) {
    const lines = new Map();
    for (const pair of map.items) {
        const { key, offset } = from_file_keyOf(pair);
        const { line } = lineCounter.linePos(offset);
        refuse(key, place(path, line));
        if (lines.has(key)) {
            throw new errors.ConfigurationError(`${place(path, line)}: "${key}" is already set on line ${lines.get(key)}; keep one`);
        }
        lines.set(key, line);
    }
    return lines;
}
const ScalarKey = schemas/* object */.Ikc({ value: schemas/* string */.YjP(), range: schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* number */.aig(), schemas/* number */.aig()]) });
function from_file_keyOf(pair) {
    const key = ScalarKey.safeParse(pair.key);
    return key.success ? { key: key.data.value, offset: key.data.range[0] } : { key: '', offset: 0 };
}
function refuseUnknownKey(key, where) {
    if (Object.hasOwn(PolicyFile.shape, key))
        return;
    if (laterKeys.includes(key)) {
        throw new errors.ConfigurationError(`${where}: "${key}" is not available yet in this version; remove it`);
    }
    if (options/* allOptions */.AM.some((option) => option.name === key)) {
        throw new errors.ConfigurationError(`${where}: "${key}" cannot be set in the config file, only as an input or a flag`);
    }
    const names = Object.keys(PolicyFile.shape);
    throw new errors.ConfigurationError(`${where}: unknown key ${(0,shown/* shown */.S)(key)}; accepted: ${keyNames()}.${(0,near_miss/* hint */.aK)((0,near_miss/* nearestName */.qb)(key, names))}`);
}
function refuseUnknownRule(rule, where) {
    if (policy/* ownResultRules */.VY.some((known) => known === rule))
        return;
    const accepted = policy/* ownResultRules */.VY.join(', ');
    throw new errors.ConfigurationError(`${where}: "own-results": unknown rule ${(0,shown/* shown */.S)(rule)}; accepted: ${accepted}.${(0,near_miss/* hint */.aK)((0,near_miss/* nearestName */.qb)(rule, policy/* ownResultRules */.VY))}`);
}
const conditionKeys = ['branch', 'login', 'email', 'family'];
function refuseUnknownCondition(key, where) {
    if (conditionKeys.includes(key))
        return;
    const accepted = conditionKeys.join(', ');
    throw new errors.ConfigurationError(`${where}: "authors": unknown key ${(0,shown/* shown */.S)(key)}; accepted: ${accepted}.${(0,near_miss/* hint */.aK)((0,near_miss/* nearestName */.qb)(key, conditionKeys))}`);
}
/** JavaScript would lose it. */
function refuseOddName(key, where) {
    if (key === '__proto__')
        throw new errors.ConfigurationError(`${where}: "models": ${(0,shown/* shown */.S)(key)} is no name of a model`);
}
function toPolicyInputs(file, { path, lines }) {
    const label = (key) => `${place(path, lines.get(key))}: "${key}"`;
    const texts = new Map();
    for (const [key, value] of Object.entries(file)) {
        if (value === undefined || typeof value === 'object')
            continue;
        const text = String(value);
        if (text.trim() === '')
            throw new errors.ConfigurationError(`${label(key)} is empty; give it a value or remove the key`);
        texts.set(key, { text, label: label(key) });
    }
    const inputs = (0,read_options/* readPolicyInputs */.kE)(texts);
    const { reviewers, 'fallback-reviewers': fallbacks, paths, 'paths-ignore': pathsIgnore } = file;
    return {
        ...inputs,
        reviewers: Array.isArray(reviewers) ? (0,values/* reviewersFrom */.PI)(reviewers, label('reviewers')) : inputs.reviewers,
        paths: Array.isArray(paths) ? (0,policy_globs/* checkGlobs */.E)(paths, label('paths')) : inputs.paths,
        pathsIgnore: Array.isArray(pathsIgnore) ? (0,policy_globs/* checkGlobs */.E)(pathsIgnore, label('paths-ignore')) : inputs.pathsIgnore,
        fallbackReviewers: Array.isArray(fallbacks)
            ? (0,values/* fallbackReviewersFrom */.xc)(fallbacks, label('fallback-reviewers'))
            : inputs.fallbackReviewers,
        authors: file.authors?.map((rule, index) => toAuthorRule(rule, (key) => label(`authors.${index}.${key}`))),
        models: toModels(file.models, label),
        allowedFamilies: toAllowedFamilies(file['allowed-families'], label('allowed-families')),
        ownResults: toOwnResults(file['own-results'], label),
    };
}
function toAuthorRule(written, label) {
    const { branch, login, email } = written;
    const family = (0,values/* parseFamily */.Km)(written.family, label('family'));
    if (branch === undefined && login === undefined && email === undefined) {
        throw new errors.ConfigurationError(`${label('family')}: says nothing of whom; add branch, login or email`);
    }
    if (branch !== undefined)
        (0,policy_globs/* checkGlobs */.E)([branch], label('branch'));
    for (const [key, text] of Object.entries({ login, email })) {
        if (text === undefined || (/^[^\p{C}\p{Z}]+$/u.test(text) && text.length <= maximumConditionLength))
            continue;
        throw new errors.ConfigurationError(`${label(key)}: ${(0,shown/* shown */.S)(text)} is not accepted; accepted: one ${key}, without spaces`);
    }
    return { branch, login, email, family };
}
function toModels(written, label) {
    if (written === undefined)
        return undefined;
    const globs = Object.keys(written);
    (0,policy_globs/* checkGlobs */.E)(globs, label('models'));
    return Object.fromEntries(Object.entries(written).map(([glob, family]) => [glob, (0,values/* parseFamily */.Km)(family, label(`models.${glob}`))]));
}
function toAllowedFamilies(written, label) {
    if (written === undefined)
        return undefined;
    if (written.length === 0) {
        throw new errors.ConfigurationError(`${label}: allows no family at all; accepted: a list of ${reviewer/* families */.TJ.join(', ')}`);
    }
    const named = written.map((family) => (0,values/* parseFamily */.Km)(family, label));
    return reviewer/* families */.TJ.filter((family) => named.includes(family));
}
function toOwnResults(written, label) {
    if (written === undefined)
        return undefined;
    const raised = {};
    for (const rule of policy/* ownResultRules */.VY) {
        const severity = written[rule];
        if (severity !== undefined)
            raised[rule] = (0,values/* choice */.Yq)(types_rule/* severities */.gO)(severity, label(`own-results.${rule}`));
    }
    return raised;
}
function keyNames() {
    return Object.keys(PolicyFile.shape).join(', ');
}
function place(path, line) {
    return line === undefined ? path : `${path} line ${line}`;
}
const maximumFaultLength = 200;
/** The parser's message may repeat a piece of the file. */
function oneLine(message) {
    return message.slice(0, maximumFaultLength).replaceAll(/[\p{C}\p{Z}]+/gu, ' ');
}

;// CONCATENATED MODULE: ./src/policy/read-file.ts




const MAX_FILE_BYTES = 256 * 1024;
/** The config file at the tip of the base branch. A missing one is fine only where nobody asked for it by name. */
async function readPolicyFile(git, base, path) {
    const entry = (await git.read(['ls-tree', '-z', '--full-tree', base, '--', `:(literal)${path}`])).toString();
    const found = /^(\d{6}) (\w+) ([0-9a-f]+)\t/.exec(entry);
    if (found === null) {
        if (path === read_options/* defaultConfigFile */.mD)
            return load/* nothingSet */.iP;
        throw new errors.ConfigurationError(`config-file: "${path}" does not exist at the base ${base.slice(0, 12)}. Merge it there first: policy is read from the base branch, never from the change.`);
    }
    const [, mode, , blob = ''] = found;
    if (mode !== '100644' && mode !== '100755')
        throw new errors.ConfigurationError(`config-file: "${path}" is not a regular file at the base ${base.slice(0, 12)}. Make it one.`);
    return parsePolicyFile(await readText(git, blob, path), path);
}
async function readText(git, blob, path) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(await git.read(['cat-file', 'blob', blob], { maxBytes: MAX_FILE_BYTES }));
    }
    catch (error) {
        throw new errors.ConfigurationError(`config-file: "${path}" cannot be read as UTF-8 text of at most ${MAX_FILE_BYTES} bytes.`, { cause: error });
    }
}

// EXTERNAL MODULE: ./src/report/assemble.ts
var assemble = __webpack_require__(2424);
;// CONCATENATED MODULE: ./src/review/budget.ts

/** An answer with fewer tokens than this cannot hold a finding; a request that leaves less is not sent. */
const MIN_ANSWER_TOKENS = 2_000;
/** Instructions and tool descriptions that a CLI adds to the prompt: 9 KB measured at the least (Codex, gpt-5.5), 34 KB at most. */
const LEAST_OVERHEAD_TOKENS = 3_000;
const OVERHEAD_TOKENS = 12_000;
/** Turns of an agentic review that looks around. Each sends the whole conversation again. */
const AUTO_TURNS = 24;
/** What a turn adds: a command's output, mostly well under the 10,000 tokens where Codex cuts it off, and the model's own words. */
const AUTO_TURN_TOKENS = 4_000;
/** One repair or follow-up request, and as much again for a reviewer that reads more than most. */
const AUTO_FACTOR = 2;
/** A budget of `max` tokens, input and output together. */
function makeTokenBudget(max) {
    let spent = 0;
    let reserved = 0;
    const remaining = () => Math.max(0, max - spent - reserved);
    const reserve = (need) => {
        const room = remaining() - need.input;
        if (room < Math.min(MIN_ANSWER_TOKENS, need.output))
            return undefined;
        const output = Math.min(need.output, room);
        const held = need.input + output;
        reserved += held;
        let open = true;
        const close = (cost) => {
            if (!open)
                return;
            open = false;
            reserved -= held;
            spent += cost;
        };
        return { output, settle: (cost) => close(cost.input + cost.output), release: () => close(0) };
    };
    return { max, spent: () => spent, remaining, reserve };
}
/**
 * What `max-tokens: auto` allows one reviewer whose prompt has so many tokens: the sum over the turns of prompt,
 * overhead and what earlier turns added, twice. A limit against runaways, not a target: a prompt of 3,000 tokens gives
 * 3 million, of which a usual review spends a tenth, mostly cached.
 */
function autoMaxTokens(promptTokens) {
    const resent = AUTO_TURNS * (promptTokens + OVERHEAD_TOKENS);
    const added = (AUTO_TURN_TOKENS * AUTO_TURNS * (AUTO_TURNS + 1)) / 2;
    return Math.ceil(AUTO_FACTOR * (resent + added));
}
/** Throws BUDGET, before anything is sent, when not even one request with the shortest answer fits. */
function requireBudget(max, promptTokens) {
    const needed = promptTokens + LEAST_OVERHEAD_TOKENS + MIN_ANSWER_TOKENS;
    if (needed <= max)
        return;
    throw new errors/* ReviewerError */.Qh('BUDGET', `budget-exhausted: the first request needs at least about ${needed} tokens (prompt ${promptTokens}, instructions and tools ${LEAST_OVERHEAD_TOKENS}, shortest answer ${MIN_ANSWER_TOKENS}) and max-tokens is ${max}. Raise max-tokens, leave it at auto, or review less.`);
}
/** One budget for all `seats` of a run, made when the size of the first prompt is known. Throws BUDGET when that cannot fit. */
function shareBudget(maxTokens, seats) {
    let budget;
    return (promptTokens) => {
        budget ??= makeTokenBudget(maxTokens === 'auto' ? seats * autoMaxTokens(promptTokens) : maxTokens);
        requireBudget(budget.max, promptTokens);
        return budget;
    };
}

// EXTERNAL MODULE: ./src/review/contender.ts
var review_contender = __webpack_require__(9766);
;// CONCATENATED MODULE: ./src/review/coverage.ts

/** The changed files that a reviewer has not said to have examined. Files without changed lines need no word. */
function filesNotReviewed(files, filesReviewed) {
    const named = new Set(filesReviewed.map(asRepositoryPath));
    return files.filter((file) => file.added + file.removed > 0 &&
        // A path with unprintable characters is named as the list of changed files shows it.
        !named.has(file.path) &&
        !named.has((0,invisible/* showPath */.P)(file.path)) &&
        !(file.oldPath !== undefined && named.has(file.oldPath)));
}
/** Models print paths as diffs do; nothing is guessed beyond these prefixes. */
function asRepositoryPath(path) {
    return path.trim().replace(/^\.\//, '');
}
/** Lines that a completed review attested, against all lines that should have been reviewed. */
function measureCoverage(diff, results) {
    const attested = results.flatMap((result) => (result.status === 'completed' ? result.filesReviewed : []));
    const completed = results.some((result) => result.status === 'completed');
    const missing = completed ? filesNotReviewed(diff.files, attested) : diff.files;
    const missed = new Set(missing);
    const reviewedLines = sumLines(diff.files.filter((file) => !missed.has(file)));
    const omitted = diff.omitted.filter((file) => file.kind === 'unreviewed');
    const changedLines = sumLines(diff.files) + omitted.reduce((sum, file) => sum + (file.lines ?? 0), 0);
    return {
        changedLines,
        reviewedLines,
        percent: percentOf(reviewedLines, changedLines, missing.length + omitted.length),
        unreviewed: [
            ...omitted.map(({ path, lines, reason }) => ({ path, lines, reason })),
            ...missing.map((file) => toUnreviewed(file, completed)),
        ],
        excluded: diff.omitted.filter((file) => file.kind === 'excluded').map(({ path, reason }) => ({ path, reason })),
    };
}
function toUnreviewed(file, completed) {
    const reason = completed ? 'no reviewer said that it had examined it, asked twice' : 'no review completed';
    return { path: file.path, lines: file.added + file.removed, reason };
}
/** Floored, so that 100 means everything. A change without lines is covered unless something of it was left. */
function percentOf(reviewed, changed, left) {
    if (changed === 0)
        return left === 0 ? 100 : 0;
    return Math.floor((reviewed * 100) / changed);
}
function sumLines(files) {
    return files.reduce((sum, file) => sum + file.added + file.removed, 0);
}

// EXTERNAL MODULE: ./src/review/family-policy.ts
var family_policy = __webpack_require__(2609);
;// CONCATENATED MODULE: ./src/review/isolation.ts
/** How this run's CLI reviewers must be confined, or why they may not run at all. */
function demandIsolation({ mode, fork, replayed, }) {
    if (replayed)
        return 'optional';
    if (mode !== 'none')
        return 'required';
    if (!fork)
        return 'off';
    return {
        refused: 'isolation: none is refused for a pull request from a fork: whoever opened it could take over the machine. Leave isolation at auto and run on Linux, where bubblewrap works.',
    };
}

// EXTERNAL MODULE: ./src/review/plan-seats.ts
var plan_seats = __webpack_require__(6246);
// EXTERNAL MODULE: ./src/review/request.ts + 3 modules
var request = __webpack_require__(9692);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8439);
;// CONCATENATED MODULE: ./src/types/finding.ts


const RelatedLocation = schemas/* strictObject */.rej({ path: schemas/* string */.YjP(), startLine: schemas/* int */.Whr(), quote: schemas/* string */.YjP() });
/** What a reviewer claims. This one schema is the type, the check and the JSON Schema sent to the model. */
const Finding = schemas/* strictObject */.rej({
    ruleId: types_rule/* ReviewerRuleId */.FM,
    severity: types_rule/* Severity */.AI,
    confidence: types_rule/* Confidence */.ZW,
    basis: types_rule/* Basis */.xO,
    assumptions: schemas/* array */.YOg(schemas/* string */.YjP()),
    triage: types_rule/* Triage */.Tr,
    title: schemas/* string */.YjP(),
    message: schemas/* string */.YjP(),
    recommendation: schemas/* string */.YjP().nullable(),
    path: schemas/* string */.YjP(),
    side: schemas/* enum */.k5n(['new', 'old']),
    startLine: schemas/* int */.Whr(),
    endLine: schemas/* int */.Whr(),
    quote: schemas/* string */.YjP(),
    related: schemas/* array */.YOg(RelatedLocation),
});
/** The whole answer of one reviewer. */
const ReviewReply = schemas/* strictObject */.rej({
    findings: schemas/* array */.YOg(Finding),
    filesReviewed: schemas/* array */.YOg(schemas/* string */.YjP()),
    notVerified: schemas/* array */.YOg(schemas/* string */.YjP()),
});

;// CONCATENATED MODULE: ./src/review/parse-reply.ts


/** A reply bigger than this is no review. */
const MAX_REPLY_CHARACTERS = 4 * 1024 * 1024;
const MAX_DEPTH = 64;
/** Values in the whole reply. Far more than 500 findings need; each wrong one costs a schema problem of some 500 bytes. */
const MAX_VALUES = 100_000;
const PROBLEMS_NAMED = 5;
/** A problem may name the model's own keys. */
const PROBLEM_CHARACTERS = 300;
const parse_reply_MAX_FINDINGS = 500;
const RAW_KEPT = 2_000;
function parseReply(text) {
    if (text.length > MAX_REPLY_CHARACTERS)
        return parse_reply_unreadable('REPLY_NOT_JSON', `it is longer than ${MAX_REPLY_CHARACTERS} characters`);
    const trimmed = parse_reply_withoutFence(text.trim());
    const bomb = bombProblem(trimmed);
    if (bomb !== undefined)
        return parse_reply_unreadable('REPLY_NOT_JSON', bomb);
    let value;
    try {
        value = JSON.parse(trimmed);
    }
    catch {
        return parse_reply_unreadable('REPLY_NOT_JSON', 'it is not one JSON object');
    }
    const envelope = Envelope.safeParse(value);
    return envelope.success ? sortFindings(envelope.data) : parse_reply_unreadable('REPLY_NOT_FINDINGS', describe(envelope.error));
}
/** The reply with findings not yet looked at, so that one bad finding does not lose the others. */
const Envelope = schemas/* strictObject */.rej({ ...ReviewReply.shape, findings: schemas/* array */.YOg(schemas/* unknown */.L5J()).max(parse_reply_MAX_FINDINGS) });
function sortFindings(envelope) {
    const findings = [];
    const rejected = [];
    for (const item of envelope.findings) {
        const checked = Finding.safeParse(item);
        if (checked.success)
            findings.push(checked.data);
        else
            rejected.push({
                reason: `The finding could not be read: ${describe(checked.error)}`,
                raw: JSON.stringify(item).slice(0, RAW_KEPT),
            });
    }
    return { kind: 'reply', reply: { ...envelope, findings }, unreadable: rejected };
}
/** The JSON Schema sent to the model: draft-07, strict subset (every property required, nothing else allowed). */
function replySchema() {
    const { $schema: _, ...schema } = json_schema_processors/* toJSONSchema */.bl(ReviewReply, {
        target: 'draft-7',
        override: ({ jsonSchema }) => dropBounds(jsonSchema),
    });
    return schema;
}
/** zod writes the range of safe integers; strict modes of providers refuse such keywords. */
function dropBounds(schema) {
    delete schema.minimum;
    delete schema.maximum;
}
/** Models wrap JSON in one Markdown fence often enough; that changes no content. */
function parse_reply_withoutFence(text) {
    if (!text.startsWith('```') || !text.endsWith('```'))
        return text;
    const firstLine = text.indexOf('\n');
    return firstLine === -1 ? text : text.slice(firstLine + 1, -3).trim();
}
/** Counts brackets and commas outside strings, so that a bomb is refused before it is unpacked. */
function bombProblem(text) {
    let depth = 0;
    let values = 1;
    let inString = false;
    for (let i = 0; i < text.length; i++) {
        const char = text[i];
        if (inString) {
            if (char === '\\')
                i++;
            else if (char === '"')
                inString = false;
        }
        else if (char === '"')
            inString = true;
        else if (char === ',') {
            if (++values > MAX_VALUES)
                return `it holds more than ${MAX_VALUES} values`;
        }
        else if (char === '{' || char === '[') {
            if (++depth > MAX_DEPTH)
                return `it nests deeper than ${MAX_DEPTH} levels`;
        }
        else if (char === '}' || char === ']')
            depth--;
    }
    return undefined;
}
function describe(error) {
    const named = error.issues
        .slice(0, PROBLEMS_NAMED)
        .map((issue) => parse_reply_oneLine(`${issue.path.join('.') || 'the answer'}: ${issue.message}`));
    const more = error.issues.length - named.length;
    return `it does not fit the schema (${named.join('; ')}${more > 0 ? `; and ${more} more` : ''})`;
}
function parse_reply_oneLine(text) {
    const start = text.slice(0, PROBLEM_CHARACTERS).replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ');
    return text.length > PROBLEM_CHARACTERS ? `${start}…` : start;
}
function parse_reply_unreadable(code, problem) {
    return { kind: 'unreadable', code, problem };
}

;// CONCATENATED MODULE: ./src/review/run.ts




const NO_USAGE = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, requests: null };
/** One reviewer's review of the whole change. A failure of the provider or the CLI is a value; anything else is a bug and throws. */
async function runReview(seat, task, ports) {
    const started = ports.now();
    const progress = {
        usage: NO_USAGE,
        filesRead: [],
        model: seat.model,
        cliVersion: null,
        preflight: [],
        isolation: 'none',
        ownSandbox: 'off',
        turns: 0,
        commands: 0,
        egress: undefined,
        rejected: [],
    };
    const facts = () => {
        const { ownSandbox: _, commands: __, ...known } = progress;
        return { id: seat.reviewer.id, family: seat.family, ...known, durationMs: Math.round(ports.now() - started) };
    };
    return ports.log.group(`Review by ${seat.reviewer.id} (${seat.model})`, async () => {
        try {
            const reply = await review({ seat, task, ports, progress });
            logUsage(ports.log, progress);
            return { ...facts(), status: 'completed', ...reply };
        }
        catch (error) {
            const failure = toFailure(error, task.signal);
            ports.log.warning(`${seat.reviewer.id}: ${failure.code}: ${failure.message}`);
            return { ...facts(), status: 'failed', error: failure };
        }
    });
}
/** Whatever breaks off because the time is over is no bug; everything else that is no ReviewerError is one. */
function toFailure(error, signal) {
    if (error instanceof errors/* ReviewerError */.Qh)
        return error;
    if (!signal.aborted)
        throw error;
    return new errors/* ReviewerError */.Qh('TIMED_OUT', 'The time of the run was over, or the job was cancelled. Raise timeout-minutes, or run again.', { cause: error });
}
async function review(start) {
    const { seat, task, ports, progress } = start;
    const { isolation } = task;
    if (typeof isolation === 'object')
        throw new errors/* ReviewerError */.Qh('SANDBOX_UNAVAILABLE', isolation.refused);
    const prompt = task.reviewPrompt(task.files);
    const budget = task.budgetFor((0,request/* estimateTokens */.bP)(prompt));
    ports.requireCredential(seat.reviewer);
    const tool = await ports.install(seat.reviewer);
    progress.cliVersion = tool?.version ?? null;
    const { reviewer, model } = seat;
    const cell = await ports.openCell({ reviewer, model, tool, isolation, budget, signal: task.signal });
    try {
        progress.isolation = cell.level;
        progress.preflight = cell.preflight;
        return await reviewIn({ ...start, cell, io: toReviewerIO(cell, tool, { log: ports.log, progress }) }, prompt);
    }
    finally {
        await closeCell(cell, progress);
    }
}
async function closeCell(cell, progress) {
    try {
        progress.usage = cell.usage();
        progress.egress = await cell.egress();
    }
    finally {
        await cell.close();
    }
}
async function reviewIn(session, prompt) {
    const { seat, progress, io } = session;
    progress.ownSandbox = await seat.reviewer.tryOwnSandbox(toRequest(session, ''), io);
    const reply = await ask(session, prompt);
    if (progress.filesRead.length === 0) {
        throw new errors/* ReviewerError */.Qh('NOTHING_READ', 'The reviewer answered without having read a single file of the snapshot, so its answer is no review. Run again; if it stays, try another model.');
    }
    return followUp(session, reply);
}
/** One question and, where its answer cannot be read, exactly one repair turn. */
async function ask(session, prompt) {
    const first = await send(session, prompt);
    const parsed = parseReply(first.text);
    if (parsed.kind === 'reply' && parsed.unreadable.length === 0)
        return parsed.reply;
    const problem = parsed.kind === 'reply' ? (parsed.unreadable[0]?.reason ?? '') : parsed.problem;
    session.ports.log.warning(`The answer could not be accepted: ${problem}. Asking once more for the same content.`);
    const second = parseReply((await send(session, session.task.repairPrompt(problem, first.text))).text);
    return acceptRepaired(session, second, first);
}
function acceptRepaired(session, repaired, first) {
    const { progress, seat } = session;
    if (repaired.kind === 'unreadable') {
        progress.rejected = [
            ...progress.rejected,
            { reviewer: seat.reviewer.id, reason: repaired.problem, raw: first.text.slice(0, 2_000) },
        ];
        throw new errors/* ReviewerError */.Qh('REPLY_NOT_FINDINGS', `The answer could not be read, also after one repair turn: ${repaired.problem}.`);
    }
    progress.rejected = [
        ...progress.rejected,
        ...repaired.unreadable.map((item) => ({ reviewer: seat.reviewer.id, ...item })),
    ];
    return repaired.reply;
}
/** A changed file that the answer does not name gets one more turn; after that it counts as unreviewed. */
async function followUp(session, reply) {
    const { task, ports } = session;
    const missing = filesNotReviewed(task.files, reply.filesReviewed);
    if (missing.length === 0)
        return reply;
    ports.log.info(`${missing.length} changed file${missing.length === 1 ? ' was' : 's were'} not named as reviewed; asking once more.`);
    try {
        const more = await ask(session, task.followUpPrompt(missing));
        return {
            findings: [...reply.findings, ...more.findings],
            filesReviewed: [...reply.filesReviewed, ...more.filesReviewed],
            notVerified: [...reply.notVerified, ...more.notVerified],
        };
    }
    catch (error) {
        if (!(error instanceof errors/* ReviewerError */.Qh))
            throw error;
        // The first answer stands; the files stay unreviewed, and coverage says so.
        ports.log.warning(`The follow-up failed: ${error.code}: ${error.message}`);
        return reply;
    }
}
async function send(session, prompt) {
    const { seat, progress, io } = session;
    const reply = await seat.reviewer.review(toRequest(session, prompt), io).catch((error) => {
        throw explain(error, session);
    });
    progress.turns += reply.turns;
    progress.filesRead = [...new Set([...progress.filesRead, ...reply.filesRead])];
    progress.model = reply.model;
    return reply;
}
/** The provider's doing, which `warn-on-outage` lets pass: a pull request must not be able to provoke it. */
const OUTAGES = new Set(['QUOTA', 'RATE_LIMITED', 'OVERLOADED', 'CONNECTION']);
/**
 * The key proxy saw what the provider answered; a CLI only repeats it in its own words. An outage that the proxy saw
 * nothing of, or that commands of the model could have provoked because they reach the proxy, is none.
 */
function explain(error, { cell, task, progress }) {
    if (!(error instanceof errors/* ReviewerError */.Qh) || task.signal.aborted)
        return error;
    const failure = cell.failure();
    const { code, message } = failure ?? error;
    const reachable = cell.level !== 'in-process' && progress.ownSandbox === 'off' && progress.commands > 0;
    const provokable = failure === undefined || reachable;
    if (OUTAGES.has(code) && provokable)
        return new errors/* ReviewerError */.Qh('EXITED', `${message} (${code}, but the change under review could have caused it.)`, {
            cause: error,
        });
    return failure === undefined ? error : new errors/* ReviewerError */.Qh(code, message, { cause: error });
}
function toRequest({ seat, task, cell, progress }, prompt) {
    return {
        prompt,
        outputSchema: replySchema(),
        snapshot: task.snapshot,
        scratch: cell.makeScratch(),
        model: seat.model,
        effort: task.effort,
        ownSandbox: progress.ownSandbox,
        signal: task.signal,
    };
}
function toReviewerIO(cell, tool, { log, progress }) {
    return {
        endpoint: cell.endpoint,
        tool,
        run: (command) => cell.run(command),
        onEvent: (event) => {
            if (event.kind === 'command')
                progress.commands += 1;
            logEvent(log, event);
        },
    };
}
function logEvent(log, event) {
    switch (event.kind) {
        case 'command':
            log.info(`$ ${event.command}${event.exitCode === null || event.exitCode === 0 ? '' : `  (exit ${event.exitCode})`}`);
            return;
        case 'read':
            log.info(`read ${event.path}`);
            return;
        case 'message':
            log.debug(event.text);
            return;
        case 'warning':
            log.warning(event.text);
            return;
    }
}
function logUsage(log, { usage, filesRead }) {
    log.info(`${filesRead.length} files read; ${usage.requests ?? 0} requests, ${usage.inputTokens} tokens in (${usage.cachedInputTokens} cached), ${usage.outputTokens} out`);
}

;// CONCATENATED MODULE: ./src/review/failover.ts


/**
 * Who takes the seat of a reviewer that failed; undefined leaves it empty. A successor is of no author's family unless
 * the one that failed was too, and does as much for the family policy. Only `prefer` takes the author's own family as
 * a last resort, which is a waiver; under `off` anybody may follow.
 */
function nextAfterFailure(state) {
    const { authorship, rules, failed, others, tried, reserve } = state;
    const { familyPolicy } = rules;
    const free = (0,review_contender/* without */.FF)(reserve, tried).filter((one) => (0,review_contender/* obstacleOf */.HD)(one, rules) === undefined);
    if (familyPolicy === 'off')
        return free[0];
    const missingWith = (one) => (0,family_policy/* missingReviews */.a6)(authorship, [...others, one].map(({ family }) => family), familyPolicy);
    const equal = free.find((one) => missingWith(one) <= missingWith(failed) && isNoCloser(one, failed, authorship));
    return equal ?? (familyPolicy === 'prefer' ? free[0] : undefined);
}
/** No commit is known to be of the candidate's family that was not known to be of the other's. */
function isNoCloser(candidate, than, { perCommit }) {
    return perCommit.every(({ families }) => !wrote(candidate, families) || wrote(than, families));
}
function wrote({ family }, families) {
    return family !== undefined && families.includes(family);
}

;// CONCATENATED MODULE: ./src/review/seats.ts

/**
 * Runs all seats at once; then, seat by seat, whoever may take over from one that failed. One after the other, so that no
 * two seats take the same successor.
 */
async function fillSeats(plan) {
    const start = async (contender) => ({ contender, result: await plan.run(contender) });
    const seats = (await Promise.all(plan.seats.map(start))).map((last) => ({ last, failed: [] }));
    const tried = [...plan.seats];
    for (const index of seats.keys()) {
        for (let seat = seats[index]; seat !== undefined && mayFailOver(seat.last.result); seat = seats[index]) {
            const others = seats.filter((other) => other !== seat && other.last.result.status === 'completed');
            const { authorship, rules, reserve } = plan;
            const next = nextAfterFailure({
                ...{ authorship, rules, tried, reserve },
                failed: seat.last.contender,
                others: others.map(({ last }) => last.contender),
            });
            if (next === undefined)
                break;
            plan.onFailover(seat.last, next);
            tried.push(next);
            seats[index] = { last: await start(next), failed: [...seat.failed, seat.last] };
        }
    }
    return seats;
}
/** Another reviewer has neither more tokens nor more time. */
function mayFailOver(result) {
    return result.status === 'failed' && result.error.code !== 'BUDGET' && result.error.code !== 'TIMED_OUT';
}

;// CONCATENATED MODULE: ./src/snapshot/unsafe-path.ts

/** NAME_MAX of the file systems in use, in bytes. */
const MAX_COMPONENT_BYTES = 255;
/** PATH_MAX is 4096 on Linux; half of it leaves room for the snapshot's own directory. */
const MAX_PATH_BYTES = 2048;
/** Directories of the snapshot that are ours: a file of the repository cannot pass for one that we put there. */
const CONFIG_DIRECTORY = '__untrusted_config__';
const PATHS_DIRECTORY = '__untrusted_paths__';
const unsafe_path_control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;
/** The 8.3 names that NTFS gives to `.git`. */
const shortGitName = /^git~[0-9]+$/;
const driveLetter = /^[a-zA-Z]:/;
/** Whether a path must not be written under its own name on some file system, or could be taken for `.git`. */
function isUnsafePath(path) {
    if (Buffer.byteLength(path) > MAX_PATH_BYTES || driveLetter.test(path))
        return true;
    const components = path.split('/');
    const first = foldName(components[0] ?? '');
    return first === CONFIG_DIRECTORY || first === PATHS_DIRECTORY || components.some(isUnsafeComponent);
}
function isUnsafeComponent(component) {
    if (component === '' || Buffer.byteLength(component) > MAX_COMPONENT_BYTES)
        return true;
    if (component.includes('\\') || unsafe_path_control.test(component))
        return true;
    // Covers `.` and `..` too.
    if (component.endsWith('.') || component.endsWith(' '))
        return true;
    const folded = foldComponent(component);
    return folded === '' || folded === '.git' || shortGitName.test(folded);
}

;// CONCATENATED MODULE: ./src/snapshot/plan.ts


/** Chooses a place for every entry, so that no two meet on any file system and nothing is live. */
function planFiles(entries) {
    const repositories = embeddedRepositories(entries);
    const places = emptyPlaces();
    const kept = entries.map((entry) => ({ entry, wish: wishFor(entry, repositories) }));
    // Plain files choose first, so that a neutralised one never pushes them away.
    const ordered = [...kept.filter(({ wish }) => wish.plain), ...kept.filter(({ wish }) => !wish.plain)];
    return ordered.map(({ entry, wish }) => {
        const snapshotPath = wish.path === undefined ? places.takeNumbered() : places.take(wish.path);
        const collided = wish.path !== undefined && snapshotPath !== wish.path;
        return { entry, snapshotPath, reason: wish.reason ?? (collided ? 'case-collision' : undefined) };
    });
}
function wishFor(entry, repositories) {
    const link = entry.kind === 'symlink' ? 'symlink' : undefined;
    if (!entry.utf8 || isUnsafePath(entry.path))
        return { path: undefined, plain: false, reason: link ?? 'unsafe-path' };
    if (isAgentConfig(entry.path) || repositories.has(entry.path)) {
        return { path: `${CONFIG_DIRECTORY}/${inertPath(entry.path)}`, plain: false, reason: link ?? 'agent-config' };
    }
    return { path: entry.path, plain: true, reason: link };
}
/**
 * The HEAD and config files of bare repositories inside the tree: git takes such a directory for a repository and
 * obeys its config, hooks included. Without HEAD it is a plain directory.
 */
function embeddedRepositories(entries) {
    const present = new Set();
    for (const { path } of entries)
        for (const prefix of prefixesOf(foldName(path)))
            present.add(prefix);
    const isRepository = (directory) => present.has(`${directory}commondir`) || (present.has(`${directory}objects`) && present.has(`${directory}refs`));
    const found = entries.filter(({ path }) => {
        const folded = foldName(path);
        const slash = folded.lastIndexOf('/') + 1;
        const name = folded.slice(slash);
        const directory = folded.slice(0, slash);
        return (name === 'head' || name === 'config') && present.has(`${directory}head`) && isRepository(directory);
    });
    return new Set(found.map(({ path }) => path));
}
/** `a`, `a/b` and `a/b/c` for `a/b/c`. */
function prefixesOf(path) {
    // Longer paths are unsafe anyway; the cap keeps the work linear.
    if (path.length > MAX_PATH_BYTES)
        return [];
    const prefixes = [];
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
        prefixes.push(path.slice(0, slash));
    }
    return [...prefixes, path];
}
/** Remembers the names in use. Keys are folded, because a file system may fold them too. */
function emptyPlaces() {
    const files = new Set();
    const directories = new Set();
    const nextNumber = counter();
    const isBelowFile = (folded) => parentsOf(folded).some((directory) => files.has(directory));
    const reserve = (path) => {
        const folded = foldName(path);
        files.add(folded);
        for (const directory of parentsOf(folded))
            directories.add(directory);
        return path;
    };
    // Nothing else is ever placed in this directory, so the next number is always free.
    const takeNumbered = () => reserve(`${PATHS_DIRECTORY}/${nextNumber(PATHS_DIRECTORY)}.txt`);
    const take = (wish) => {
        if (isBelowFile(foldName(wish)))
            return takeNumbered();
        let candidate = wish;
        while (files.has(foldName(candidate)) || directories.has(foldName(candidate))) {
            candidate = `${wish}.${nextNumber(foldName(wish)) + 1}`;
        }
        return isTooLong(candidate) ? takeNumbered() : reserve(candidate);
    };
    return { take, takeNumbered };
}
/** 1, 2, 3 … for each key; never a number twice, so that many collisions stay linear. */
function counter() {
    const last = new Map();
    return (key) => {
        const number = (last.get(key) ?? 0) + 1;
        last.set(key, number);
        return number;
    };
}
function parentsOf(path) {
    return prefixesOf(path).slice(0, -1);
}
function isTooLong(path) {
    return path.split('/').some((component) => Buffer.byteLength(component) > MAX_COMPONENT_BYTES);
}

;// CONCATENATED MODULE: ./src/snapshot/tree-entries.ts


/** About two million paths; a bigger listing is refused by the Git port. */
const MAX_LISTING_BYTES = 256 * 1024 * 1024;
/** Every path of a commit's tree, in git's order. */
async function readTreeEntries(git, commit) {
    const args = ['ls-tree', '-r', '-z', '-l', '--full-tree', commit];
    return parseTreeEntries(await git.read(args, { maxBytes: MAX_LISTING_BYTES }));
}
/** Reads `<mode> <type> <id> <size>TAB<path>NUL…`. */
function parseTreeEntries(listing) {
    const entries = [];
    let start = 0;
    while (start < listing.length) {
        const end = listing.indexOf(0, start);
        const stop = end === -1 ? listing.length : end;
        entries.push(parseEntry(listing.subarray(start, stop)));
        start = stop + 1;
    }
    return entries;
}
function parseEntry(line) {
    const tab = line.indexOf(9);
    const [mode = '', type = '', id = '', size = ''] = line.toString('latin1', 0, tab).split(/ +/);
    if (tab === -1 || !/^[0-9a-f]{40,64}$/.test(id))
        throw new Error('git ls-tree printed a line that cannot be read');
    const name = line.subarray(tab + 1);
    const utf8 = (0,external_node_buffer_.isUtf8)(name);
    const path = decodePath(name);
    return { path, utf8, kind: kindOf(mode, type), id, size: /^[0-9]+$/.test(size) ? Number(size) : undefined };
}
function kindOf(mode, type) {
    if (type === 'commit')
        return 'submodule';
    return mode === '120000' ? 'symlink' : 'file';
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/snapshot/write.ts


/** O_EXCL: the file is ours and new, and a link in its place is never followed. */
const NEW_FILE = external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL;
/** The reviewer runs as another user: it must read and must not write. */
const FILE_MODE = 0o444;
const DIRECTORY_MODE = 0o755;
/** Makes the directory, which must not exist yet, and returns what writes into it. */
function createSnapshotDirectory(directory) {
    const made = new Set();
    explained(directory, () => makeDirectory(directory));
    return {
        write: (path, content) => explained(path, () => {
            makeParents(directory, (0,external_node_path_.dirname)(path), made);
            writeNewFile((0,external_node_path_.join)(directory, path), content);
        }),
    };
}
function makeParents(root, path, made) {
    if (path === '.' || made.has(path))
        return;
    makeParents(root, (0,external_node_path_.dirname)(path), made);
    const directory = (0,external_node_path_.join)(root, path);
    try {
        makeDirectory(directory);
    }
    catch (error) {
        // Two spellings of one directory where case does not count; anything but our own directory is an error.
        if (codeOf(error) !== 'EEXIST' || !(0,external_node_fs_.lstatSync)(directory).isDirectory())
            throw error;
    }
    made.add(path);
}
/** The umask may be stricter than what the reviewer needs, so the mode is set again. */
function makeDirectory(directory) {
    (0,external_node_fs_.mkdirSync)(directory, { mode: DIRECTORY_MODE });
    (0,external_node_fs_.chmodSync)(directory, DIRECTORY_MODE);
}
function writeNewFile(file, content) {
    const descriptor = (0,external_node_fs_.openSync)(file, NEW_FILE, FILE_MODE);
    try {
        (0,external_node_fs_.writeFileSync)(descriptor, content);
        (0,external_node_fs_.fchmodSync)(descriptor, FILE_MODE);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
const explanations = {
    ENOSPC: 'no space left on the disk. Free some, or point the temporary folder (TMPDIR, RUNNER_TEMP) elsewhere',
    EDQUOT: 'the disk quota is used up. Free some, or point the temporary folder (TMPDIR, RUNNER_TEMP) elsewhere',
    EROFS: 'the file system is read-only. Point the temporary folder (TMPDIR, RUNNER_TEMP) elsewhere',
    EEXIST: 'it exists already, and the snapshot only writes what is new',
};
function explained(path, write) {
    try {
        write();
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const why = explanations[codeOf(error) ?? ''] ?? message;
        throw new Error(`Cannot write the snapshot at ${JSON.stringify(path)}: ${why}.`, { cause: error });
    }
}
/** Not by `instanceof`: the class of a system error is another one in a test's own realm. */
function codeOf(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}

;// CONCATENATED MODULE: ./src/snapshot/materialize.ts




/** Larger files are not for reading. */
const materialize_MAX_FILE_BYTES = 20 * 1024 * 1024;
const MAX_TOTAL_BYTES = 2 * 1024 * 1024 * 1024;
const MAX_FILES = 500_000;
/** Content held in memory at once. */
const MAX_BATCH_BYTES = 64 * 1024 * 1024;
/** Keeps the pauses between two turns of the event loop short. */
const MAX_BATCH_FILES = 4000;
/** What `cat-file --batch` prints around each object. */
const HEADER_BYTES = 128;
/** A link's target is at most PATH_MAX where links work; more is not worth showing. */
const MAX_TARGET_BYTES = 4096;
/**
 * Writes the tree of `head` into `directory`, which must not exist: regular read-only files only, made from git
 * objects, with no links, no `.git` and no live agent configuration.
 */
async function materialize(git, head, directory, options = {}) {
    const { accepted, skipped } = materialize_choose(await readTreeEntries(git, head), options);
    const writer = createSnapshotDirectory(directory);
    const neutralised = [];
    for (const batch of inBatches(accepted, options.maxBatchBytes ?? MAX_BATCH_BYTES)) {
        neutralised.push(...writeBatch(batch, await materialize_readBlobs(git, batch), writer));
    }
    return { directory, fileCount: accepted.length, neutralised, skipped };
}
function materialize_choose(entries, options) {
    const skipped = [];
    const accepted = [];
    const room = roomFor(options);
    const present = entries.filter((entry) => {
        const reason = whyNot(entry, room);
        if (reason !== undefined)
            skipped.push({ path: entry.path, reason });
        return reason === undefined;
    });
    for (const file of planFiles(present))
        accepted.push({ ...file, size: file.entry.size ?? 0 });
    return { accepted, skipped };
}
function roomFor(options) {
    let bytesLeft = options.maxTotalBytes ?? MAX_TOTAL_BYTES;
    let filesLeft = options.maxFiles ?? MAX_FILES;
    const take = (bytes) => {
        if (bytes > bytesLeft || filesLeft === 0)
            return false;
        bytesLeft -= bytes;
        filesLeft -= 1;
        return true;
    };
    return { maxFileBytes: options.maxFileBytes ?? materialize_MAX_FILE_BYTES, take };
}
function whyNot(entry, room) {
    if (entry.kind === 'submodule')
        return `submodule at ${entry.id}`;
    if (entry.size === undefined)
        return `its git object ${entry.id} is missing`;
    if (entry.size > room.maxFileBytes)
        return `too large (${entry.size} bytes, at most ${room.maxFileBytes})`;
    return room.take(entry.size) ? undefined : 'no space left of the cap for the whole snapshot';
}
function inBatches(files, maxBytes) {
    const batches = [];
    let current = [];
    let bytes = 0;
    for (const file of files) {
        if (current.length > 0 && (bytes + file.size > maxBytes || current.length >= MAX_BATCH_FILES)) {
            batches.push(current);
            current = [];
            bytes = 0;
        }
        current.push(file);
        bytes += file.size;
    }
    return current.length > 0 ? [...batches, current] : batches;
}
/** The contents of the files, in their order. */
async function materialize_readBlobs(git, files) {
    const input = files.map(({ entry }) => `${entry.id}\n`).join('');
    const maxBytes = files.reduce((sum, { size }) => sum + size + HEADER_BYTES, 0);
    const output = await git.read(['cat-file', '--batch'], { input, maxBytes });
    let offset = 0;
    return files.map((file) => {
        const newline = output.indexOf(10, offset);
        const header = output.toString('latin1', offset, newline);
        const start = newline + 1;
        offset = start + file.size + 1;
        // Also refuses an object that vanished or changed its size since it was listed.
        if (newline === -1 || header !== `${file.entry.id} blob ${file.size}` || offset > output.length) {
            throw new Error(`git cat-file did not return the blob ${file.entry.id} of ${JSON.stringify(file.entry.path)}`);
        }
        return output.subarray(start, offset - 1);
    });
}
function writeBatch(files, contents, writer) {
    return files.flatMap(({ entry, snapshotPath, reason }, index) => {
        const content = contents[index] ?? Buffer.alloc(0);
        writer.write(snapshotPath, content);
        if (reason === undefined)
            return [];
        const target = entry.kind === 'symlink' ? decodePath(content.subarray(0, MAX_TARGET_BYTES)) : undefined;
        return [{ path: entry.path, snapshotPath, reason, target }];
    });
}

;// CONCATENATED MODULE: ./src/trigger/resolve.ts

/** More commits than this are not read for their messages; the diff is whole all the same. */
const COMMITS_READ = 500;
/** How far each try deepens a shallow clone; after the last the whole history is fetched. */
const DEEPEN_STEPS = ['--deepen=50', '--deepen=500', '--deepen=5000', '--unshallow'];
/** Finds base, head and merge base as commit ids, fetching and deepening in private as far as needed. */
async function resolveChange(request, commits) {
    const base = await resolveOne(request.base, commits);
    const head = request.head.kind === 'local' ? await commits.commitOf(request.head.what) : await resolveOne(request.head, commits);
    const mergeBase = await findMergeBase({ base, head, ref: fetchRefOf(request.head) }, commits);
    return {
        mode: request.mode,
        base,
        head,
        mergeBase,
        ...(await readCommits(commits.git, mergeBase, head)),
        pullRequest: request.pullRequest,
    };
}
function fetchRefOf(request) {
    return request.kind === 'commit' ? request.fetchRef : undefined;
}
function resolveOne(request, commits) {
    switch (request.kind) {
        case 'commit':
            return ensureCommit(request.sha, request.fetchRef, commits);
        case 'ref':
            return resolveByName(request.ref, request.input, commits);
        case 'origin-default':
            return resolveOriginDefault(commits);
    }
}
async function ensureCommit(sha, fetchRef, commits) {
    if (await commits.hasCommit(sha))
        return sha;
    const tries = [[sha], ...(fetchRef === undefined ? [] : [[fetchRef]])];
    let last;
    for (const refspecs of tries) {
        try {
            await commits.fetch(refspecs, ['--depth=1']);
            if (await commits.hasCommit(sha))
                return sha;
        }
        catch (error) {
            last = error;
        }
    }
    throw new errors.ConfigurationError(`Commit ${sha} is not in the checkout and could not be fetched from origin${because(last)}. Set fetch-depth: 0 on actions/checkout, or give github-token read access to contents.`, { cause: last });
}
async function resolveByName(ref, input, commits) {
    for (const name of [ref, `refs/remotes/origin/${ref}`]) {
        const sha = await commits.resolveRef(name);
        if (sha !== undefined)
            return ensureCommit(sha, undefined, commits);
    }
    const fetched = await fetchByName(ref, commits);
    if (fetched !== undefined)
        return fetched;
    throw new errors.ConfigurationError(`${input}: "${printable(ref)}" names no commit here or at origin. Give a branch, a tag or a full commit id.`);
}
const resolve_PRIVATE_REF = 'refs/model-stack/fetched';
async function fetchByName(ref, commits) {
    if (!/^[0-9A-Za-z_][0-9A-Za-z_./-]*$/.test(ref))
        return undefined;
    const candidates = /^[0-9a-f]{40,64}$/.test(ref) || ref.startsWith('refs/') ? [ref] : [`refs/heads/${ref}`, `refs/tags/${ref}`];
    for (const candidate of candidates) {
        try {
            await commits.fetch([`+${candidate}:${resolve_PRIVATE_REF}`], ['--depth=1']);
            return (await commits.git.read(['rev-parse', '--verify', '--quiet', `${resolve_PRIVATE_REF}^{commit}`])).toString().trim();
        }
        catch {
            // Not under this name; the next one may exist, and the caller says so if none does.
        }
    }
    return undefined;
}
async function resolveOriginDefault(commits) {
    const ref = await commits.originDefault();
    const sha = ref === undefined ? undefined : await commits.resolveRef(ref);
    if (sha === undefined) {
        throw new errors.ConfigurationError('base-ref is not set and origin has no known default branch. Name the base, for example --base-ref main.');
    }
    return ensureCommit(sha, undefined, commits);
}
async function findMergeBase(range, commits) {
    let failure;
    for (const step of [undefined, ...DEEPEN_STEPS]) {
        if (step !== undefined) {
            if (commits.shallowBoundary().length === 0)
                break;
            failure = await deepen(range, step, commits);
        }
        const found = await mergeBaseOf(range, commits.git);
        if (found !== undefined && (await isCertain(found, range, commits)))
            return found;
    }
    const shallow = commits.shallowBoundary().length > 0;
    throw new errors.ConfigurationError(shallow
        ? `The history is shallow and could not be deepened to the merge base of ${range.base} and ${range.head}${because(failure)}. Set fetch-depth: 0 on actions/checkout.`
        : `${range.base} and ${range.head} have no common ancestor. Choose a base-ref that the change branched from.`, { cause: failure });
}
async function deepen(range, step, commits) {
    const attempts = [
        [range.base, range.head],
        ...(range.ref === undefined ? [] : [[range.base, range.ref], [range.ref]]),
    ];
    let failure;
    for (const refspecs of attempts) {
        try {
            await commits.fetch(refspecs, [step]);
            return undefined;
        }
        catch (error) {
            failure = error;
        }
    }
    return failure;
}
async function mergeBaseOf({ base, head }, git) {
    try {
        const output = await git.read(['merge-base', base, head]);
        return output.toString().trim().split('\n')[0];
    }
    catch {
        return undefined; // exit code 1: none in the history that is here
    }
}
/** With cut history a nearer merge base could hide behind the cut: certain only when no cut lies between. */
async function isCertain(mergeBase, { base, head }, commits) {
    const boundary = new Set(commits.shallowBoundary());
    if (boundary.size === 0)
        return true;
    const between = await commits.git.read(['rev-list', base, head, `^${mergeBase}`]);
    return !between
        .toString()
        .split('\n')
        .some((sha) => boundary.has(sha));
}
async function readCommits(git, from, to) {
    const output = await git.read([
        'log',
        '-z',
        `--max-count=${COMMITS_READ + 1}`,
        '--no-show-signature',
        '--format=%H%n%an%n%ae%n%B',
        `${from}..${to}`,
    ]);
    const records = output
        .toString()
        .split('\0')
        .filter((record) => record !== '');
    return { commits: records.slice(0, COMMITS_READ).map(toCommit), commitsCut: records.length > COMMITS_READ };
}
function toCommit(record) {
    const [sha = '', authorName = '', authorEmail = '', ...message] = record.split('\n');
    return { sha, authorName, authorEmail, message: message.join('\n') };
}
function because(error) {
    return error instanceof Error ? ` (${printable(error.message)})` : '';
}
/** Foreign text inside an error message: one line, capped. */
function printable(text) {
    return text.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 200);
}

;// CONCATENATED MODULE: ./src/types/diff.ts
/** Added plus removed lines of the reviewable files. */
function changedLines(files) {
    return files.reduce((sum, file) => sum + file.added + file.removed, 0);
}

;// CONCATENATED MODULE: ./src/pipeline.ts




























/** The stages in order. Data walks forward only; every stage is named after what it does. */
async function runPipeline(request, host) {
    const before = await host.takeProof();
    const change = await resolveChange(request.refs, host.commits);
    const policy = (0,load/* mergePolicy */.VA)(request.inputs, await readPolicyFile(host.commits.git, change.base, request.configFile));
    const { diff, files } = await collectDiff(change, policy, host);
    const authorship = await readAuthorship(change, policy, { request, host });
    logChange(change, diff, host.log);
    const panel = request.pullRequestClosed || diff.files.length === 0
        ? nobodyAsked
        : await reviewChange({ change, policy, diff, authorship }, request, host);
    const { reviews, family } = panel;
    const reviewed = reviews.map(({ result }) => result);
    const coverage = measureCoverage(diff, reviewed);
    const { checked, rejected } = await checkReviews(reviews, { change, diff }, host);
    const { configFile } = request;
    const own = ownFindings({ files, change, configFile, ownResults: policy.ownResults });
    const results = markBlocking(toResults(mergeExact([...checked, ...own])), policy);
    const after = await host.takeProof();
    const differences = (0,tree_proof/* compareProofs */.N)(before, after);
    const { verdict, causes } = (0,decide/* decide */.L)({
        reviewable: isReviewable(diff) ? 'some' : 'nothing',
        pullRequestClosed: request.pullRequestClosed,
        seats: panel.seats.map(toSeatFacts),
        coverage: toCoverageFacts(coverage, diff, policy),
        head: await host.readHead(change),
        proof: { unchanged: differences.length === 0, differences },
        family,
        isolation: reviewed.some(ranUnconfined) ? 'none' : 'isolated',
        results,
    });
    const changedPaths = new Set(touchedPaths(files));
    const isolation = toIsolation(reviewed, { before, after, unchanged: differences.length === 0 });
    const { replayed, toolVersion } = request;
    return {
        report: (0,assemble/* toReport */.c)({
            change,
            authorship,
            waived: family.kind === 'waived' ? family.seats : [],
            reviews: reviewed,
            coverage,
            results,
            rejected,
            isolation,
            egress: toEgress(reviews),
            snapshot: reviews[0]?.snapshot,
            changedPaths,
            verdict,
            replayed,
            toolVersion,
        }),
        causes,
        policy,
        changedPaths,
    };
}
/** All files of the change, and the change without what the base branch's policy leaves out, each with its reason. */
async function collectDiff(change, policy, host) {
    const { git } = host.commits;
    const { files, problems } = await readDiff(git, { from: change.mergeBase, to: change.head });
    const generated = await readGenerated(git, change.base, {
        paths: touchedPaths(files),
        scratch: host.scratchDirectory,
    });
    const { paths, pathsIgnore } = policy;
    return { files, diff: omitFiles(files, { paths, pathsIgnore, generated, problems }) };
}
/** Something is left to review, or something that should have been reviewed cannot be. */
function isReviewable(diff) {
    return diff.files.length > 0 || diff.omitted.some((file) => file.kind === 'unreviewed');
}
/** Who wrote it, as far as commits, notes, the pull request and the base branch's config tell. */
async function readAuthorship(change, { authors, models }, { request, host }) {
    const shas = change.commits.map(({ sha }) => sha);
    const notes = await readNotes(host.commits, shas);
    return detectAuthorship(change, { notes, authors, models, authorModel: request.authorModel });
}
const nobodyAsked = { reviews: [], seats: [], family: { kind: 'met', sentence: '' } };
async function reviewChange(material, request, host) {
    const { change, policy, authorship } = material;
    const isolation = demandIsolation({
        mode: policy.isolation,
        fork: change.pullRequest?.fork ?? false,
        replayed: request.replayed,
    });
    const rules = toSeatRules(policy);
    const contender = makeContender(policy, host, isolation);
    const selection = (0,plan_seats/* planSeats */.m)({ authorship, rules, contender });
    for (const { id, why } of selection.passedOver)
        host.log.info(`${id} does not review: it ${why}.`);
    if (selection.kind === 'nobody')
        return { ...nobodyAsked, family: { kind: 'unmet', sentence: selection.reason, because: 'wrong-families' } };
    const snapshot = await materialize(host.commits.git, change.head, host.snapshotDirectory);
    host.log.info(`Snapshot of ${snapshot.fileCount} files; ${snapshot.neutralised.length} neutralised.`);
    const budgetFor = shareBudget(request.maxTokens, selection.seats.length);
    const task = { ...toTask(material, snapshot, host), isolation, budgetFor };
    const seats = await fillSeats({
        ...{ authorship, rules, seats: selection.seats, reserve: selection.reserve },
        run: (one) => runReview(toFilledSeat(one, host), task, host.review),
        onFailover: ({ contender: failed, result }, next) => host.log.warning(`${failed.id} failed (${pipeline_codeOf(result)}); ${next.id} takes its place.`),
    });
    return toPanel(seats, { material, snapshot });
}
function toSeatRules({ reviewers, fallbackReviewers, familyPolicy, allowedFamilies }) {
    return { reviewers, fallbackReviewers, familyPolicy, allowedFamilies };
}
/** What stands behind an entry of `reviewers` on this machine; undefined for a reviewer that this version does not have. */
function makeContender({ models }, host, isolation) {
    return ({ id, model: named }) => {
        const reviewer = host.reviewers.find((one) => one.id === id);
        if (reviewer === undefined)
            return undefined;
        const model = named ?? reviewer.defaultModel;
        return {
            id,
            model,
            family: (0,review_contender/* contenderFamily */.VI)(reviewer, model, models),
            credential: host.hasCredential(reviewer.credential) ? 'present' : 'missing',
            credentialInput: reviewer.credential,
            isolation: isolation === 'required' ? host.canIsolate(reviewer) : { kind: 'possible' },
        };
    };
}
function toFilledSeat({ id, model, family }, host) {
    const reviewer = host.reviewers.find((one) => one.id === id);
    if (reviewer === undefined)
        throw new Error(`No reviewer has the id ${id}`);
    return { reviewer, model, family: family ?? 'other' };
}
function pipeline_codeOf(result) {
    return result.status === 'failed' ? result.error.code : result.status;
}
function toPanel(seats, { material, snapshot }) {
    const { authorship, policy } = material;
    const outcomes = seats.map(({ last: { contender, result } }) => ({
        id: contender.id,
        family: (0,review_contender/* answeredFamily */.AU)(contender, result.model, policy.models),
        status: result.status,
    }));
    const runs = seats.flatMap(({ failed, last }) => [...failed, last]);
    return {
        reviews: runs.map(({ result }) => ({ result, snapshot })),
        seats: seats.map(({ last }) => last.result),
        family: (0,family_policy/* familyVerdict */.ES)(authorship, outcomes, policy.familyPolicy),
    };
}
function toTask({ change, policy, diff }, snapshot, host) {
    const parts = { template: host.prompt('review'), change, omitted: diff.omitted, policy, snapshot };
    return {
        files: diff.files,
        snapshot: snapshot.directory,
        effort: policy.effort,
        signal: host.signal,
        reviewPrompt: (files) => (0,request/* writeReviewPrompt */.Au)({ ...parts, files, nonce: host.nonce() }),
        followUpPrompt: (files) => (0,request/* writeFollowUpPrompt */.kg)(host.prompt('follow-up'), { ...parts, files, nonce: host.nonce() }),
        repairPrompt: (problem, reply) => (0,request/* writeRepairPrompt */.ZZ)(host.prompt('repair'), { problem, reply, nonce: host.nonce() }),
    };
}
async function checkReviews(reviews, { change, diff }, host) {
    const files = host.files(change, diff);
    const outcomes = [];
    for (const { result, snapshot } of reviews) {
        const findings = result.status === 'completed' ? result.findings : [];
        outcomes.push(await checkFindings(findings, { reviewer: result.id, diff, files, neutralised: snapshot.neutralised }));
    }
    return {
        checked: outcomes.flatMap((outcome) => outcome.checked),
        rejected: outcomes.flatMap((outcome) => outcome.rejected),
    };
}
function toSeatFacts(result) {
    return {
        reviewer: result.id,
        filled: result.status === 'completed',
        error: result.status === 'failed' ? { code: result.error.code, message: result.error.message } : undefined,
        turns: result.turns,
        filesRead: result.filesRead.length,
        unreadableFindings: result.status === 'completed' ? result.rejected.length : 0,
    };
}
/** `possiblePercent` is what the coverage would be, had every reviewer named every file. */
function toCoverageFacts({ percent, changedLines: all }, diff, policy) {
    const possiblePercent = all === 0 ? percent : Math.floor((changedLines(diff.files) * 100) / all);
    return { percent, possiblePercent, minCoverage: policy.minCoverage };
}
/** A seat that never got to run is no reason to say that somebody ran without a sandbox. */
function ranUnconfined(result) {
    return result.egress !== undefined && result.isolation === 'none';
}
function toIsolation(reviews, proof) {
    const ran = reviews.filter((result) => result.egress !== undefined);
    const weakest = reviewer/* isolationLevels */.ik.findLast((level) => ran.some((result) => result.isolation === level));
    return {
        level: weakest ?? 'none',
        preflight: reviews.flatMap((result) => result.preflight.map((check) => `${result.id}: ${check}`)),
        proof: { before: proof.before.digest, after: proof.after.digest, unchanged: proof.unchanged },
    };
}
/** Paths of the repository, though the reviewer saw some under other names. */
function toEgress(reviews) {
    return reviews.flatMap(({ result, snapshot }) => {
        if (result.egress === undefined)
            return [];
        const original = new Map(snapshot.neutralised.map(({ snapshotPath, path }) => [snapshotPath, path]));
        return [{ ...result.egress, files: result.egress.files.map((path) => original.get(path) ?? path) }];
    });
}
function logChange(change, diff, log) {
    log.info(`Reviewing ${change.mergeBase.slice(0, 12)}..${change.head.slice(0, 12)}: ${diff.files.length} files, ${changedLines(diff.files)} changed lines; ${diff.omitted.length} files left out.`);
}


/***/ }),

/***/ 9766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ answeredFamily),
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   HD: () => (/* binding */ obstacleOf),
/* harmony export */   US: () => (/* binding */ isForbidden),
/* harmony export */   VI: () => (/* binding */ contenderFamily),
/* harmony export */   dM: () => (/* binding */ distinct)
/* harmony export */ });
/* harmony import */ var _authorship_model_family_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3569);

/** Their endpoint may serve any lab's models, so that only the model's name tells the family. */
const reviewersOfAnyFamily = new Set(['openai-api']);
/**
 * The lab behind a reviewer's model: by the model's name where that is known, because a reviewer may be given another
 * lab's model; else the reviewer's own.
 */
function contenderFamily({ id, family }, model, models) {
    return (0,_authorship_model_family_js__WEBPACK_IMPORTED_MODULE_0__/* .familyOfModel */ .$)(model, models) ?? (reviewersOfAnyFamily.has(id) ? undefined : family);
}
/**
 * The lab behind the model that answered, which an endpoint may choose against what was asked for. A name that nobody
 * knows counts for the family that was chosen only where the endpoint serves no other lab's models.
 */
function answeredFamily({ id, family, model }, answered, models) {
    if (answered === model)
        return family;
    return (0,_authorship_model_family_js__WEBPACK_IMPORTED_MODULE_0__/* .familyOfModel */ .$)(answered, models) ?? (reviewersOfAnyFamily.has(id) ? undefined : family);
}
/** What keeps a reviewer from working at all, whoever wrote the change, in words that follow its id; undefined: nothing. */
function obstacleOf(contender, rules) {
    const { model, family, credential, credentialInput, isolation } = contender;
    if (isForbidden(contender, rules))
        return `is of a family (${family ?? 'unknown'}) that allowed-families leaves out`;
    if (family === undefined && rules.familyPolicy !== 'off')
        return `would use a model (${model}) of unknown family; name it under models in the config file`;
    if (isolation.kind === 'impossible')
        return `cannot be isolated on this machine (${isolation.why})`;
    if (credential === 'missing')
        return `needs the input ${credentialInput}`;
    return undefined;
}
/** No code may be sent to this family, failover included. One of unknown family could be any. */
function isForbidden({ family }, { allowedFamilies }) {
    return allowedFamilies !== undefined && (family === undefined || !allowedFamilies.includes(family));
}
/** Those that are not among the others; a reviewer with another model is another contender. */
function without(contenders, others) {
    return contenders.filter((one) => !others.some((other) => isSame(one, other)));
}
/** The first of each. */
function distinct(contenders) {
    return contenders.filter((one, index) => contenders.findIndex((other) => isSame(one, other)) === index);
}
function isSame(one, other) {
    return one.id === other.id && one.model === other.model;
}


/***/ }),

/***/ 2609:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C6: () => (/* binding */ describeAuthors),
/* harmony export */   DS: () => (/* binding */ reviewsNeeded),
/* harmony export */   ES: () => (/* binding */ familyVerdict),
/* harmony export */   Uo: () => (/* binding */ wroteSome),
/* harmony export */   a6: () => (/* binding */ missingReviews)
/* harmony export */ });
/* harmony import */ var _types_reviewer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8726);

/**
 * How many reviews are missing until the rule holds, summed over the commits. A review counts for a commit when its
 * family is known and is not known to have written it. Every commit needs one; under `strict` one needs two of
 * two families where nobody vouches for its author, for a forged trace must not do away with the second: whoever wrote
 * it, at least one of them differs.
 */
function missingReviews({ perCommit }, reviewing, policy) {
    const families = new Set(reviewing);
    families.delete(undefined);
    return perCommit.reduce((sum, commit) => {
        const own = commit.families.filter((family) => families.has(family)).length;
        return sum + Math.max(0, reviewsNeeded(commit, policy) - (families.size - own));
    }, 0);
}
/** How many families must review a commit besides those that are known to have written it. */
function reviewsNeeded({ vouched }, policy) {
    return policy === 'strict' && !vouched ? 2 : 1;
}
/** Whether a family is known to have written some of the change. */
function wroteSome({ perCommit }, family) {
    return family !== undefined && perCommit.some((commit) => commit.families.includes(family));
}
/**
 * What the completed reviews are worth under the policy: from the families that really answered, so that a mistake of
 * the selection or a provider that served another model cannot turn the check green. `off` is a waiver as well where the
 * author's own family was the only one to review: nothing is forbidden then, and nothing is kept quiet.
 */
function familyVerdict(authorship, seats, policy) {
    const completed = seats.filter(({ status }) => status === 'completed');
    const sentence = describeReview(authorship, completed);
    const reviewing = completed.map(({ family }) => family);
    if (missingReviews(authorship, reviewing, policy) === 0)
        return { kind: 'met', sentence };
    const all = seats.map(({ family }) => family);
    const isOutage = completed.length < seats.length && missingReviews(authorship, all, policy) === 0;
    if (policy === 'strict' || policy === 'require' || completed.length === 0) {
        return { kind: 'unmet', sentence, because: isOutage || completed.length === 0 ? 'seats-empty' : 'wrong-families' };
    }
    const waived = completed.filter(({ family }) => family === undefined || wroteSome(authorship, family));
    return { kind: 'waived', sentence, seats: waived.map(({ id }) => id) };
}
function describeReview(authorship, completed) {
    const reviewed = completed.map(({ id, family }) => `${id} (${family ?? 'family unknown'})`);
    const by = reviewed.length === 0 ? 'not reviewed' : `reviewed by ${reviewed.join(', ')}`;
    return `${describeAuthors(authorship)}; ${by}.`;
}
/** `Written by anthropic (2 commits); author unknown in 1 commit`, without a full stop. */
function describeAuthors({ perCommit }) {
    const known = _types_reviewer_js__WEBPACK_IMPORTED_MODULE_0__/* .families */ .TJ.flatMap((family) => {
        const count = perCommit.filter((commit) => commit.families.includes(family)).length;
        return count === 0 ? [] : [`${family} (${commits(count)})`];
    });
    const people = perCommit.filter(({ families, unknown }) => families.length === 0 && !unknown).length;
    const unknown = perCommit.filter((commit) => commit.unknown).length;
    const writers = people === 0 ? known : [...known, `people (${commits(people)})`];
    const written = writers.length === 0 ? [] : [`written by ${writers.join(', ')}`];
    const open = unknown === 0 ? [] : [`author’s model family unknown in ${commits(unknown)}`];
    const text = [...written, ...open].join('; ');
    return text.charAt(0).toUpperCase() + text.slice(1);
}
function commits(count) {
    return count === 1 ? '1 commit' : `${count} commits`;
}


/***/ }),

/***/ 6246:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ planSeats)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _types_reviewer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8726);
/* harmony import */ var _contender_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9766);
/* harmony import */ var _family_policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2609);




/**
 * Who reviews. `auto`: the fewest reviewers, first ones first, that satisfy the family policy with what this machine
 * has; under `prefer` else one of the author's family. A list: every reviewer of it. A seat whose reviewer cannot work,
 * or is of an author's family while nobody else on the list makes up for it, counts as empty and goes to
 * `fallback-reviewers`; where none of these helps, `require` and `strict` let nobody start, `prefer` lets all start.
 */
function planSeats(facts) {
    const { reviewers } = facts.rules;
    return reviewers === 'auto' ? planAuto(facts) : planList(facts, reviewers);
}
function planAuto(facts) {
    const { rules } = facts;
    const fallbacks = resolveNamed('fallback-reviewers', rules.fallbackReviewers, facts);
    const everybody = (0,_contender_js__WEBPACK_IMPORTED_MODULE_2__/* .distinct */ .dM)([...inAutoOrder(facts), ...fallbacks]);
    const usable = everybody.filter((one) => (0,_contender_js__WEBPACK_IMPORTED_MODULE_2__/* .obstacleOf */ .HD)(one, rules) === undefined);
    const seats = chooseSeats(everybody.some(hasCredential) ? usable : withoutKeys(everybody, facts), facts);
    if (seats.length === 0)
        return nobody(everybody, facts);
    // Who names fallbacks means these; who does not leaves it to the order of auto.
    const reserve = fallbacks.length > 0 ? fallbacks.filter((one) => (0,_contender_js__WEBPACK_IMPORTED_MODULE_2__/* .obstacleOf */ .HD)(one, rules) === undefined) : usable;
    return {
        kind: 'seats',
        seats,
        reserve: (0,_contender_js__WEBPACK_IMPORTED_MODULE_2__/* .without */ .FF)(reserve, seats),
        passedOver: explain((0,_contender_js__WEBPACK_IMPORTED_MODULE_2__/* .without */ .FF)(everybody, seats), facts),
    };
}
function hasCredential({ credential }) {
    return credential === 'present';
}
/** Without any credential those take the seats who lack nothing else: they fail at once, and say which input they need. */
function withoutKeys(everybody, { rules }) {
    return everybody.filter((one) => (0,_contender_js__WEBPACK_IMPORTED_MODULE_2__/* .obstacleOf */ .HD)({ ...one, credential: 'present' }, rules) === undefined);
}
function planList(facts, listed) {
    const { rules } = facts;
    const asked = resolveNamed('reviewers', listed, facts);
    const named = resolveNamed('fallback-reviewers', rules.fallbackReviewers, facts);
    const fallbacks = named.filter((one) => (0,_contender_js__WEBPACK_IMPORTED_MODULE_2__/* .obstacleOf */ .HD)(one, rules) === undefined);
    const seats = fillSeats(asked, fallbacks, facts);
    const everybody = (0,_contender_js__WEBPACK_IMPORTED_MODULE_2__/* .distinct */ .dM)([...asked, ...named]);
    const isMet = rules.familyPolicy === 'prefer' || missing(seats, facts) === 0;
    if (seats.length === 0 || !isMet || seats.some((seat) => (0,_contender_js__WEBPACK_IMPORTED_MODULE_2__/* .isForbidden */ .US)(seat, rules)))
        return nobody(everybody, facts);
    return {
        kind: 'seats',
        seats,
        reserve: (0,_contender_js__WEBPACK_IMPORTED_MODULE_2__/* .without */ .FF)(fallbacks, seats),
        passedOver: explain((0,_contender_js__WEBPACK_IMPORTED_MODULE_2__/* .without */ .FF)(everybody, seats), facts),
    };
}
/** A name that was asked for and does not exist is a mistake: going on without it would be a weaker review than asked. */
function resolveNamed(input, seats, facts) {
    return seats.map((seat) => {
        const contender = facts.contender(seat);
        if (contender !== undefined)
            return contender;
        const accepted = inAutoOrder(facts).map(({ id }) => id);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.ConfigurationError(`${input}: this version has no reviewer ${JSON.stringify(seat.id.slice(0, 100))}. It has ${accepted.join(', ')}.`);
    });
}
function inAutoOrder({ contender }) {
    return _types_reviewer_js__WEBPACK_IMPORTED_MODULE_1__/* .reviewerIds */ .Ax.flatMap((id) => contender({ id, model: undefined }) ?? []);
}
/** What the family policy would still miss with these reviewers; `off` misses nothing. */
function missing(seats, { authorship, rules }) {
    const reviewing = seats.map(({ family }) => family);
    return rules.familyPolicy === 'off' ? 0 : (0,_family_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .missingReviews */ .a6)(authorship, reviewing, rules.familyPolicy);
}
/** One reviewer if one is enough, else two, and so on; there are never more than a handful. */
function chooseSeats(usable, facts) {
    const enough = subsetsBySize(usable).find((seats) => missing(seats, facts) === 0);
    if (enough !== undefined || facts.rules.familyPolicy !== 'prefer')
        return enough ?? [];
    return usable.toSorted((a, b) => missing([a], facts) - missing([b], facts)).slice(0, 1);
}
/** Fallbacks beyond this many are not combined: the subsets of ten are a thousand. */
const MAX_COMBINED = 10;
/** All single ones in their order, then all pairs in theirs, and so on. */
function subsetsBySize(contenders) {
    const few = contenders.slice(0, MAX_COMBINED);
    // The first contender is the highest bit, so that counting down keeps the order.
    const masks = Array.from({ length: 2 ** few.length - 1 }, (_, index) => 2 ** few.length - 1 - index);
    return masks
        .map((mask) => few.filter((_, index) => ((mask >> (few.length - 1 - index)) & 1) === 1))
        .toSorted((a, b) => a.length - b.length);
}
/** Seat by seat. One that cannot work keeps its seat where nobody can take it, so that the run says what it lacks. */
function fillSeats(asked, fallbacks, facts) {
    return asked.reduce((seats, seat, index) => {
        const replaced = (by) => seats.map((one, at) => (at === index ? by : one));
        const missingWith = (by) => missing(replaced(by), facts);
        const cannot = (0,_contender_js__WEBPACK_IMPORTED_MODULE_2__/* .obstacleOf */ .HD)(seat, facts.rules) !== undefined;
        const most = missingWith(seat) - (cannot ? 0 : 1);
        const better = (0,_contender_js__WEBPACK_IMPORTED_MODULE_2__/* .without */ .FF)(fallbacks, seats).filter((one) => missingWith(one) <= most);
        const best = better.toSorted((a, b) => missingWith(a) - missingWith(b))[0];
        return best === undefined ? seats : replaced(best);
    }, asked);
}
function explain(contenders, facts) {
    return contenders.flatMap((contender) => {
        const why = whyNot(contender, facts);
        return why === undefined ? [] : [{ id: contender.id, model: contender.model, why }];
    });
}
function whyNot(contender, { authorship, rules }) {
    if (rules.familyPolicy !== 'off' && (0,_family_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .wroteSome */ .Uo)(authorship, contender.family))
        return `is of a family that wrote the change (${contender.family})`;
    return (0,_contender_js__WEBPACK_IMPORTED_MODULE_2__/* .obstacleOf */ .HD)(contender, rules);
}
function nobody(asked, facts) {
    const passedOver = explain(asked, facts);
    const why = passedOver.map((one) => `${one.id} ${one.why}`).join('; ');
    const sentences = [
        `${(0,_family_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .describeAuthors */ .C6)(facts.authorship)}, and the reviewers that may work do not satisfy family-policy ${facts.rules.familyPolicy}`,
        why,
        advice(asked, facts),
    ];
    return {
        kind: 'nobody',
        because: causeOf(asked),
        reason: sentences.flatMap((sentence) => (sentence === '' ? [] : [`${sentence}.`])).join(' '),
        passedOver,
    };
}
function causeOf(asked) {
    const withCredential = asked.filter(hasCredential);
    if (withCredential.length === 0)
        return 'credential';
    return withCredential.every(({ isolation }) => isolation.kind === 'impossible') ? 'isolation' : 'family';
}
/** Who could review but was not asked, or lacks nothing but a credential. */
function advice(asked, facts) {
    const { authorship, rules } = facts;
    const eligible = (0,_contender_js__WEBPACK_IMPORTED_MODULE_2__/* .distinct */ .dM)([...asked, ...inAutoOrder(facts)]).filter((one) => {
        return withoutKeys([one], facts).length > 0 && !(0,_family_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .wroteSome */ .Uo)(authorship, one.family);
    });
    const named = eligible.map(({ id, credential, credentialInput }) => credential === 'present' ? `${id} (its credential is here)` : `${id} (set the input ${credentialInput})`);
    if (named.length === 0)
        return 'No reviewer of another family could work on this machine';
    const needed = authorship.perCommit.some((commit) => (0,_family_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .reviewsNeeded */ .DS)(commit, rules.familyPolicy) > 1);
    const wanted = needed ? 'Needed are two reviewers of two families; eligible are' : 'Eligible are';
    const where = rules.reviewers === 'auto' ? '' : '; name one in reviewers or fallback-reviewers';
    return `${wanted} ${named.join(', ')}${where}`;
}


/***/ })

};
