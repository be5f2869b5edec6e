export const id = 718;
export const ids = [718];
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

/***/ 1582:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ lineMap)
/* harmony export */ });
/** Reads the map off the diff from the one commit to the other. */
function lineMap(files) {
    const byOldPath = new Map(files.map((file) => [file.oldPath ?? file.path, file]));
    return (path, line) => {
        const file = byOldPath.get(path);
        return file === undefined ? { path, line } : { path: file.path, line: Math.max(1, movedLine(file.hunks, line)) };
    };
}
function movedLine(hunks, line) {
    let shift = 0;
    for (const hunk of hunks) {
        // A hunk that only adds names the line before it.
        const first = hunk.oldLines === 0 ? hunk.oldStart + 1 : hunk.oldStart;
        if (line < first)
            break;
        if (line < first + hunk.oldLines)
            return inHunk(hunk, line);
        shift += hunk.newLines - hunk.oldLines;
    }
    return line + shift;
}
/** A line that is gone stands where the text around it went. */
function inHunk({ lines, newStart }, line) {
    let nearest = newStart;
    for (const one of lines) {
        if (one.kind === 'added')
            nearest = one.newLine;
        else if (one.oldLine === line)
            return one.kind === 'context' ? one.newLine : nearest;
        else if (one.kind === 'context')
            nearest = one.newLine;
    }
    return nearest;
}


/***/ }),

/***/ 6650:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pq: () => (/* binding */ touchedPaths),
/* harmony export */   l5: () => (/* binding */ omitFiles)
/* harmony export */ });
/* unused harmony export MAX_HUNK_BYTES */
/* harmony import */ var _policy_globs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(973);
/* harmony import */ var _types_diff_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1322);


/** A hunk that no request holds: some 150,000 tokens. The parser divides what is longer, so that this is one line. */
const MAX_HUNK_BYTES = 450_000;
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
        if (omission !== undefined) {
            omitted.push({ path: file.path, ...omission, lines: file.added + file.removed });
            continue;
        }
        const { held, tooLarge } = divide(file, rules.maxHunkBytes ?? MAX_HUNK_BYTES);
        if (held !== undefined)
            kept.push(held);
        omitted.push(...tooLarge);
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
    return problem === undefined ? undefined : { kind: 'unreviewed', reason: problem };
}
/** The file without the hunks that no request holds, unless that is all of it; those are named. */
function divide(file, maxBytes) {
    const large = file.hunks.filter(({ bytes }) => bytes > maxBytes);
    if (large.length === 0)
        return { held: file, tooLarge: [] };
    const rest = file.hunks.filter(({ bytes }) => bytes <= maxBytes);
    return {
        held: rest.length === 0 ? undefined : (0,_types_diff_js__WEBPACK_IMPORTED_MODULE_1__/* .withHunks */ .yP)(file, rest),
        tooLarge: large.map((hunk) => ({
            path: file.path,
            kind: 'unreviewed',
            reason: `too large: ${hunk.bytes} bytes from line ${hunk.newLines > 0 ? hunk.newStart : hunk.oldStart} on`,
            lines: hunk.added + hunk.removed,
        })),
    };
}
function pathExclusion(rules) {
    const wanted = rules.paths.map(_policy_globs_js__WEBPACK_IMPORTED_MODULE_0__/* .globMatcher */ .fU);
    const ignored = rules.pathsIgnore.map((glob) => ({ glob, matches: (0,_policy_globs_js__WEBPACK_IMPORTED_MODULE_0__/* .globMatcher */ .fU)(glob) }));
    const exempt = exemptGlobs(rules);
    return (path, file) => {
        const ignoredBy = ignored.find(({ matches }) => matches(path));
        if (ignoredBy !== undefined)
            return `paths-ignore: ${ignoredBy.glob}`;
        if (wanted.length > 0 && !wanted.some((matches) => matches(path)))
            return 'not matched by paths';
        const exemptBy = exempt.find(({ matches }) => matches(path));
        if (exemptBy !== undefined)
            return `exempt: ${exemptBy.author}`;
        return isRegular(file) ? builtInExclusion(path, rules.generated) : undefined;
    };
}
/** Only what the event says of the opener counts: everything in a commit can be forged by whoever wrote it. */
function exemptGlobs({ exempt = [], opener }) {
    if (opener === undefined)
        return [];
    return exempt
        .filter((exemption) => isOpenedBy(exemption, opener))
        .flatMap(({ author, paths }) => {
        const name = author.kind === 'id' ? String(author.id) : author.login;
        return paths.map((glob) => ({ author: name, matches: (0,_policy_globs_js__WEBPACK_IMPORTED_MODULE_0__/* .globMatcher */ .fU)(glob) }));
    });
}
function isOpenedBy({ author }, opener) {
    // A deleted account has no id, and its name stands for nobody.
    if (opener.id <= 0)
        return false;
    // GitHub's logins do not tell cases apart.
    return author.kind === 'id' ? author.id === opener.id : author.login.toLowerCase() === opener.login.toLowerCase();
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


/***/ }),

/***/ 5793:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   Hy: () => (/* binding */ recordKey),
/* harmony export */   VJ: () => (/* binding */ RecordKey),
/* harmony export */   VW: () => (/* binding */ changeDigest),
/* harmony export */   cA: () => (/* binding */ differingRules),
/* harmony export */   eZ: () => (/* binding */ contentDigest)
/* harmony export */ });
/* unused harmony export RecordRules */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6921);
/* harmony import */ var _types_text_order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9675);



const Digest = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/);
/** By what a review was made. */
const RecordRules = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    policy: Digest,
    prompts: Digest,
    /** With their models and endpoints. */
    reviewers: Digest,
    /** Mode, version of the tool, and where. */
    setting: Digest,
});
/** What a recorded review is of. A pull request needs all of it to be equal; a merge queue, whose base moved, not `tree`. */
const RecordKey = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** All of the change, what nobody reviews included, by the ids of its blobs. */
    change: Digest,
    /** The reviewable part of the change, likewise. */
    content: Digest,
    /** Everything that the reviewer could read. */
    tree: Digest,
    rules: RecordRules,
});
/** Only the gate reads these, and it decides anew every time. Every other setting counts, also one that comes later. */
const gateOnly = [
    'failOnSeverity',
    'minCoverage',
    'onNotEvaluated',
    'minAgreement',
    'floor',
    'override',
    'ownResults',
    'suppressions',
];
const gateOnlyNames = new Set(gateOnly);
/** Names a review by its content and its rules; neither text of the pull request nor commit messages count. */
function recordKey(parts) {
    const { all, files, headTree, mode, policy, prompts, reviewers, toolVersion, place } = parts;
    return {
        change: changeDigest(all),
        content: contentDigest(files),
        tree: digest('tree', headTree),
        rules: {
            policy: digest('policy', reviewerPolicy(policy)),
            prompts: digest('prompts', prompts.map((text) => digest('prompt', text))),
            reviewers: digest('reviewers', reviewers.map((reviewer) => canonical(reviewer)).toSorted(_types_text_order_js__WEBPACK_IMPORTED_MODULE_2__/* .compareText */ .n)),
            setting: digest('setting', { mode, toolVersion, place }),
        },
    };
}
/** What of two sets of rules differs, in words for people; empty where nothing does. */
function differingRules(one, other) {
    const names = {
        policy: 'another policy',
        prompts: 'other prompts',
        reviewers: 'other reviewers',
        setting: 'another mode, version or repository',
    };
    return RecordRules.keyof().options.flatMap((part) => (one[part] === other[part] ? [] : [names[part]]));
}
/** Names a whole change by its content. */
function changeDigest(all) {
    return digest('change', all.map(contentOf).toSorted(_types_text_order_js__WEBPACK_IMPORTED_MODULE_2__/* .compareText */ .n));
}
/** Names the reviewable part of a change by its content. */
function contentDigest(files) {
    return digest('content', files.map(contentOf).toSorted(_types_text_order_js__WEBPACK_IMPORTED_MODULE_2__/* .compareText */ .n));
}
function contentOf({ path, oldPath, status, oldMode, newMode, oldBlob, newBlob }) {
    return canonical({ path, oldPath, status, oldMode, newMode, oldBlob, newBlob });
}
/** What decides who reviews what, and what they are told. */
function reviewerPolicy(policy) {
    const rules = policy.rules.map(({ failOnSeverity: _threshold, minAgreement: _agreement, ...rule }) => rule);
    const kept = Object.entries({ ...policy, rules }).filter(([name]) => !gateOnlyNames.has(name));
    return Object.fromEntries(kept);
}
function digest(label, value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(`model-stack-record ${label}\n${canonical(value)}`)
        .digest('hex');
}
/** JSON with the names of every object in order, so that equal values have equal texts. */
function canonical(value) {
    return JSON.stringify(value, (_name, inner) => (isPlainObject(inner) ? inOrder(inner) : inner)) ?? 'null';
}
function isPlainObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function inOrder(value) {
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (0,_types_text_order_js__WEBPACK_IMPORTED_MODULE_2__/* .compareText */ .n)(a, b)));
}


/***/ }),

/***/ 5799:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UJ: () => (/* binding */ coveredBy),
/* harmony export */   kD: () => (/* binding */ toRecorded),
/* harmony export */   sD: () => (/* binding */ ReviewRecord)
/* harmony export */ });
/* unused harmony export RecordedReview */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4377);
/* harmony import */ var _types_egress_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2434);
/* harmony import */ var _types_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6680);
/* harmony import */ var _types_reviewer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8726);
/* harmony import */ var _record_key_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5793);





const count = zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().nonnegative();
const Commit = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
/** A completed review as it is recorded: field for field what the run had. */
const RecordedReview = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    status: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('completed'),
    id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    family: _types_reviewer_js__WEBPACK_IMPORTED_MODULE_2__/* .Family */ .Hx,
    model: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    cliVersion: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    usage: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        inputTokens: count,
        cachedInputTokens: count,
        outputTokens: count,
        requests: count.nullable(),
    }),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nonnegative(),
    filesRead: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    /** A review with an answer that could not be read is not recorded. */
    rejected: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .never */ .ZmZ()),
    turns: count,
    preflight: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    isolation: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_types_reviewer_js__WEBPACK_IMPORTED_MODULE_2__/* .isolationLevels */ .ik),
    egress: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ traffic: _types_egress_js__WEBPACK_IMPORTED_MODULE_0__/* .HostTraffic */ .Cu, files: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()), filesComplete: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY() }),
    ..._types_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .ReviewReply */ .LQ.shape,
    /** Hunks that it did not attest, by the path of their file and their place in it. */
    unreviewed: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ path: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), hunks: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(count) })),
});
/** What is given back instead of another throw of the dice. Everything after the reviews is computed anew. */
const ReviewRecord = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(2),
    key: _record_key_js__WEBPACK_IMPORTED_MODULE_3__/* .RecordKey */ .VJ,
    /** When the reviews ended; ISO 8601 in UTC. */
    at: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    /** The commit that was reviewed. */
    head: Commit,
    /** The tip of the base branch at that time. */
    base: Commit,
    /** Where that run can be seen; null on the command line. */
    run: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().max(500).nullable(),
    /** One for each seat. */
    reviews: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(RecordedReview).min(1).max(20),
});
/**
 * The reviews of all seats in the form of a record; undefined where one failed, did not make the pass over the map, or
 * said something that cannot be read.
 */
function toRecorded(seats, files) {
    const reviews = seats.flatMap((seat) => {
        if (seat.status === 'failed' || seat.gaps.some(({ hunks }) => hunks.length === 0))
            return [];
        const { covered, gaps: _, ...known } = seat;
        return RecordedReview.safeParse({ ...known, unreviewed: uncovered(files, covered) }).data ?? [];
    });
    return reviews.length === 0 || reviews.length < seats.length ? undefined : reviews;
}
function uncovered(files, covered) {
    return files.flatMap(({ path, hunks }) => {
        const missing = hunks.flatMap((hunk, index) => (covered.has(hunk) ? [] : [index]));
        return missing.length === 0 ? [] : [{ path, hunks: missing }];
    });
}
/** What the recorded review attested of the change that it is of. */
function coveredBy({ unreviewed }, files) {
    const missing = new Map(unreviewed.map(({ path, hunks }) => [path, new Set(hunks)]));
    return new Set(files.flatMap(({ path, hunks }) => hunks.filter((_, index) => !missing.get(path)?.has(index))));
}


/***/ }),

/***/ 8121:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ inOrder)
/* harmony export */ });
/**
 * The values of what is going on at the same time, once all of it is over. Of several errors the first in the order of
 * the list is thrown, not the first in time, and nothing is left running behind it.
 */
async function inOrder(running) {
    for (const one of await Promise.allSettled(running))
        if (one.status === 'rejected')
            throw one.reason;
    return Promise.all(running);
}


/***/ }),

/***/ 8073:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ readMaterial)
});

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
var picomatch_default = /*#__PURE__*/__webpack_require__.n(picomatch);
// EXTERNAL MODULE: ./src/types/reviewer.ts
var reviewer = __webpack_require__(8726);
// EXTERNAL MODULE: ./src/authorship/model-family.ts
var model_family = __webpack_require__(3569);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/diff/read.ts + 5 modules
var read = __webpack_require__(1183);
;// CONCATENATED MODULE: ./src/diff/generated.ts


/**
 * Which of the paths the attributes in the base tree call generated (`linguist-generated`, alone or `=true`).
 * `scratch` is a private directory; a temporary index is written there, because older git (below 2.40) can read the
 * attributes of a tree in no other way.
 */
async function readGenerated(git, base, from) {
    if (from.paths.length === 0 || !(await hasAttributes(git, base, from.paths)))
        return new Set();
    const env = { GIT_INDEX_FILE: (0,external_node_path_.join)(from.scratch, 'attributes.index') };
    // attr.tree: newer git prefers the attributes of HEAD to those of the index in a bare repository.
    const settings = ['core.attributesFile=/dev/null', 'core.sparseCheckout=false', `attr.tree=${(0,read/* objectId */.Tu)(base)}`];
    const options = ['--no-replace-objects', ...settings.flatMap((setting) => ['-c', setting])];
    await git.read([...options, 'read-tree', base], { env });
    const output = await git.read([...options, 'check-attr', '--cached', '--stdin', '-z', 'linguist-generated'], {
        env,
        input: from.paths.map((path) => `${path}\0`).join(''),
    });
    return parseAttributes(output);
}
/** Whether a directory of the base tree that leads to one of the paths has attributes at all; most trees have none. */
async function hasAttributes(git, base, paths) {
    const directories = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1)));
    for (const directory of directories) {
        // One name a line; a set hands on what is added to it meanwhile.
        if (directory.includes('\n'))
            return true;
        if (directory !== '')
            directories.add(directory.slice(0, directory.lastIndexOf('/', directory.length - 2) + 1));
    }
    const input = [...directories].map((directory) => `${(0,read/* objectId */.Tu)(base)}:${directory}.gitattributes\n`).join('');
    const answers = await git.read(['--no-replace-objects', 'cat-file', '--batch-check'], { input });
    const lines = answers.toString('utf8').split('\n');
    return lines.some((answer) => answer !== '' && !answer.endsWith(' missing'));
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

// EXTERNAL MODULE: ./src/diff/omit.ts
var omit = __webpack_require__(6650);
// EXTERNAL MODULE: ./src/in-order.ts
var in_order = __webpack_require__(8121);
// EXTERNAL MODULE: ./src/policy/load.ts
var load = __webpack_require__(8164);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/policy/globs.ts
var policy_globs = __webpack_require__(973);
// EXTERNAL MODULE: ./src/policy/shown.ts
var shown = __webpack_require__(1003);
// EXTERNAL MODULE: ./src/policy/values.ts
var values = __webpack_require__(638);
;// CONCATENATED MODULE: ./src/policy/file/authors.ts





const maximumConditionLength = 254;
/** `authors`: who writes here, when nothing in the commits says it. */
function toAuthors(written, label) {
    return written?.map((rule, index) => toAuthorRule(rule, (key) => label(`authors.${index}.${key}`)));
}
function toAuthorRule(written, label) {
    const { branch, login, email } = written;
    const family = (0,values/* parseFamily */.Km)(written.family, label('family'));
    if (branch === undefined && login === undefined && email === undefined) {
        throw new errors.ConfigurationError(`${label('family')}: says nothing of whom; add branch, login or email`);
    }
    if (branch !== undefined)
        (0,policy_globs/* checkGlobs */.EQ)([branch], label('branch'));
    for (const [key, text] of Object.entries({ login, email })) {
        if (text === undefined || (/^[^\p{C}\p{Z}]+$/u.test(text) && text.length <= maximumConditionLength))
            continue;
        throw new errors.ConfigurationError(`${label(key)}: ${(0,shown/* shown */.S)(text)} is not accepted; accepted: one ${key}, without spaces`);
    }
    return { branch, login, email, family };
}
/** `models`: the lab behind a model's name. */
function toModels(written, label) {
    if (written === undefined)
        return undefined;
    const globs = Object.keys(written);
    (0,policy_globs/* checkGlobs */.EQ)(globs, label('models'));
    return Object.fromEntries(Object.entries(written).map(([glob, family]) => [glob, (0,values/* parseFamily */.Km)(family, label(`models.${glob}`))]));
}
/** `allowed-families`: no code goes to any other. */
function toAllowedFamilies(written, label) {
    if (written === undefined)
        return undefined;
    const where = label('allowed-families');
    if (written.length === 0) {
        throw new errors.ConfigurationError(`${where}: allows no family at all; accepted: a list of ${reviewer/* families */.TJ.join(', ')}`);
    }
    const named = written.map((family) => (0,values/* parseFamily */.Km)(family, where));
    return reviewer/* families */.TJ.filter((family) => named.includes(family));
}

;// CONCATENATED MODULE: ./src/policy/file/lists.ts



/** Each path of a change is matched against all of them. */
const maximumGlobsTogether = 500;
/** The items of a list, or of a text that holds one. */
function listOf(written) {
    return typeof written === 'string' ? (0,values/* splitList */.ry)(written) : written;
}
/** Checked globs, at least one: nothing at all would quietly hold for nothing. */
function globsOf(written, label) {
    const globs = typeof written === 'string' ? (0,policy_globs/* splitGlobs */.Kh)(written) : written;
    if (globs.length > 0)
        return (0,policy_globs/* checkGlobs */.EQ)(globs, label);
    throw new errors.ConfigurationError(`${label}: names nothing; accepted: one glob or more, such as "src/**"`);
}
/** Refuses more globs over all entries than a change can be matched against. */
function checkTotal(entries, label) {
    const total = entries.reduce((sum, { paths }) => sum + paths.length, 0);
    if (total <= maximumGlobsTogether)
        return;
    throw new errors.ConfigurationError(`${label}: ${total} globs together are too many; accepted: up to ${maximumGlobsTogether}`);
}

;// CONCATENATED MODULE: ./src/policy/file/people.ts



const maximumOverriders = 100;
/** GitHub's logins; those of managed users have an underscore, those of apps end in [bot]. */
const login = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?$/;
const botLogin = /^[A-Za-z0-9][A-Za-z0-9_-]{0,98}\[bot\]$/;
const team = /^@[A-Za-z0-9][A-Za-z0-9_-]{0,99}\/[A-Za-z0-9._-]{1,100}$/;
/** `exempt`: paths that nobody reviews when this user opened the pull request. */
function toExemptions(written, label) {
    if (written === undefined)
        return undefined;
    const exemptions = written.map(({ author, paths }, index) => ({
        author: toAuthor(author, label(`exempt.${index}.author`)),
        paths: globsOf(paths, label(`exempt.${index}.paths`)),
    }));
    checkTotal(exemptions, label('exempt'));
    return exemptions;
}
/** Digits are always an id: anybody may register a login that looks like one. */
function toAuthor(written, label) {
    const text = String(written);
    if (/^[1-9]\d{0,14}$/.test(text))
        return { kind: 'id', id: Number(text) };
    if (!/^\d+$/.test(text) && (login.test(text) || botLogin.test(text)))
        return { kind: 'login', login: text };
    throw new errors.ConfigurationError(`${label}: ${(0,shown/* shown */.S)(text)} is not accepted; accepted: the login of a user, such as dependabot[bot], or the number of one`);
}
/** `override`: who may break the glass, besides those who maintain the repository. */
function toOverride(written, label) {
    if (written === undefined)
        return undefined;
    const by = written.by === undefined ? [] : listOf(written.by);
    if (by.length > maximumOverriders) {
        throw new errors.ConfigurationError(`${label('override.by')}: names ${by.length}; accepted: up to ${maximumOverriders}, a team counts as one`);
    }
    return {
        by: by.map((name) => toOverrider(name, label('override.by'))),
        allowAuthor: written['allow-author'] ?? false,
    };
}
function toOverrider(name, label) {
    if (team.test(name))
        return name;
    const plain = name.startsWith('@') ? name.slice(1) : name;
    if (login.test(plain))
        return plain;
    const why = botLogin.test(plain) ? 'is a bot, and only a person may override' : 'is not accepted';
    throw new errors.ConfigurationError(`${label}: ${(0,shown/* shown */.S)(name)} ${why}; accepted: logins, and teams as @org/team`);
}

// EXTERNAL MODULE: ./src/types/policy.ts
var policy = __webpack_require__(4247);
// EXTERNAL MODULE: ./src/types/rule.ts
var types_rule = __webpack_require__(5747);
// EXTERNAL MODULE: ./src/policy/options.ts
var options = __webpack_require__(7536);
;// CONCATENATED MODULE: ./src/policy/file/rules.ts






/** All of it may go into one prompt. */
const maximumInstructions = 40_000;
/** `rules`: what holds for some paths and base branches. */
function toRules(written, label) {
    if (written === undefined)
        return undefined;
    const rules = written.map((rule, index) => toRule(rule, (key) => label(`rules.${index}.${key}`)));
    checkTotal(rules, label('rules'));
    const length = rules.reduce((sum, { instructions = '' }) => sum + instructions.length, 0);
    if (length <= maximumInstructions)
        return rules;
    throw new errors.ConfigurationError(`${label('rules')}: the instructions have ${length} characters together; accepted: up to ${maximumInstructions}`);
}
function toRule(written, label) {
    const { branches, instructions, reviewers } = written;
    const severity = written['fail-on-severity'];
    const agreement = written['min-agreement'];
    const rule = {
        paths: globsOf(written.paths, label('paths')),
        branches: branches === undefined ? [] : globsOf(branches, label('branches')),
        instructions: instructions === undefined ? undefined : toInstructions(instructions, label('instructions')),
        failOnSeverity: severity === undefined ? undefined : options/* options */.fF.failOnSeverity.parse(severity, label('fail-on-severity')),
        reviewers: reviewers === undefined ? [] : toAdded(listOf(reviewers), label('reviewers')),
        minAgreement: agreement === undefined ? undefined : options/* options */.fF.minAgreement.parse(String(agreement), label('min-agreement')),
    };
    refuseIdle(written, label);
    return rule;
}
function toInstructions(text, label) {
    if (text.trim() !== '')
        return options/* options */.fF.instructions.parse(text, label);
    throw new errors.ConfigurationError(`${label} is empty; give it a value or remove the key`);
}
/** A list of seats, as fallbacks are: `auto` is no reviewer that could be added. */
function toAdded(items, label) {
    if (items.length > 0)
        return (0,values/* fallbackReviewersFrom */.xc)(items, label);
    throw new errors.ConfigurationError(`${label}: names nobody; name a reviewer or remove the key`);
}
/** Somebody meant something by it. */
function refuseIdle(written, label) {
    const { paths: _paths, branches: _branches, ...said } = written;
    if (Object.values(said).some((value) => value !== undefined))
        return;
    const accepted = 'instructions, fail-on-severity, reviewers or min-agreement';
    throw new errors.ConfigurationError(`${label('paths')}: says nothing about these paths; add ${accepted}`);
}
/** `own-results`: what our own results weigh. */
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

;// CONCATENATED MODULE: ./src/policy/file/schema.ts

const maximumAuthors = 200;
const maximumRules = 100;
const maximumExemptions = 100;
const maximumSuppressions = 2_000;
const TextOrList = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())], 'expected text or a list of texts');
const Author = schemas/* strictObject */.rej({
    branch: schemas/* string */.YjP().optional(),
    login: schemas/* string */.YjP().optional(),
    email: schemas/* string */.YjP().optional(),
    family: schemas/* string */.YjP(),
});
const OwnResults = schemas/* strictObject */.rej({
    'agent-config': schemas/* string */.YjP().optional(),
    'hidden-unicode': schemas/* string */.YjP().optional(),
    policy: schemas/* string */.YjP().optional(),
    injection: schemas/* string */.YjP().optional(),
    'test-gap': schemas/* string */.YjP().optional(),
    'config-ci': schemas/* string */.YjP().optional(),
});
const Rule = schemas/* strictObject */.rej({
    paths: TextOrList,
    branches: TextOrList.optional(),
    instructions: schemas/* string */.YjP().optional(),
    'fail-on-severity': schemas/* string */.YjP().optional(),
    reviewers: TextOrList.optional(),
    'min-agreement': schemas/* number */.aig().optional(),
});
const Exempt = schemas/* strictObject */.rej({
    author: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()], 'expected a login or the number of a user'),
    paths: TextOrList,
});
const Override = schemas/* strictObject */.rej({
    by: TextOrList.optional(),
    'allow-author': schemas/* boolean */.zMY().optional(),
});
const Suppression = schemas/* strictObject */.rej({
    fingerprint: schemas/* string */.YjP(),
    reason: schemas/* string */.YjP(),
    owner: schemas/* string */.YjP(),
    expires: schemas/* string */.YjP('expected a date as YYYY-MM-DD').optional(),
});
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
    'min-agreement': schemas/* number */.aig().optional(),
    paths: TextOrList.optional(),
    'paths-ignore': TextOrList.optional(),
    isolation: schemas/* string */.YjP().optional(),
    authors: schemas/* array */.YOg(Author).max(maximumAuthors).optional(),
    models: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
    'allowed-families': schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    'own-results': OwnResults.optional(),
    rules: schemas/* array */.YOg(Rule).max(maximumRules).optional(),
    exempt: schemas/* array */.YOg(Exempt).max(maximumExemptions).optional(),
    override: Override.optional(),
    suggestions: schemas/* boolean */.zMY().optional(),
    suppressions: schemas/* array */.YOg(Suppression).max(maximumSuppressions).optional(),
});

;// CONCATENATED MODULE: ./src/policy/file/suppressions.ts


const maximumReasonLength = 1_000;
const maximumOwnerLength = 254;
/** `suppressions`: results that the base branch accepts, each with who answers for it and why. */
function toSuppressions(written, label) {
    if (written === undefined)
        return undefined;
    const seen = new Map();
    return written.map((suppression, index) => {
        const where = (key) => label(`suppressions.${index}.${key}`);
        const rule = toSuppression(suppression, where);
        const earlier = seen.get(rule.fingerprint);
        if (earlier !== undefined) {
            const other = label(`suppressions.${earlier}.fingerprint`);
            throw new errors.ConfigurationError(`${where('fingerprint')} is the same as that of ${other}; keep one`);
        }
        seen.set(rule.fingerprint, index);
        return rule;
    });
}
function toSuppression(written, label) {
    return {
        fingerprint: toFingerprint(written.fingerprint, label('fingerprint')),
        reason: toLine(written.reason, { label: label('reason'), maximum: maximumReasonLength }),
        owner: toLine(written.owner, { label: label('owner'), maximum: maximumOwnerLength }),
        expires: written.expires === undefined ? undefined : toDate(written.expires, label('expires')),
    };
}
function toFingerprint(text, label) {
    if (/^[^\p{C}\p{Z}]{1,200}$/u.test(text))
        return text;
    throw new errors.ConfigurationError(`${label}: ${(0,shown/* shown */.S)(text)} is not accepted; accepted: the fingerprint of a result, as the report shows it`);
}
function toLine(text, { label, maximum }) {
    const line = text.trim();
    if (line === '')
        throw new errors.ConfigurationError(`${label} is empty; say it in words, because others will read it`);
    if (line.length <= maximum && /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u.test(line))
        return line;
    throw new errors.ConfigurationError(`${label}: ${(0,shown/* shown */.S)(line)} is not accepted; accepted: one line of up to ${maximum} characters`);
}
/** A day that the calendar has. */
function toDate(text, label) {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
    // Some days that a month does not have are read as days of the next one.
    if (!Number.isNaN(day) && new Date(day).toISOString().startsWith(text))
        return text;
    throw new errors.ConfigurationError(`${label}: ${(0,shown/* shown */.S)(text)} is not accepted; accepted: the last day on which it holds, as YYYY-MM-DD`);
}

// EXTERNAL MODULE: ./src/policy/near-miss.ts
var near_miss = __webpack_require__(3891);
;// CONCATENATED MODULE: ./src/policy/file/keys.ts





/** Keys that are neither inputs nor flags: only the base branch may set them. */
const fileOnlyKeys = (/* unused pure expression or super */ null && ([
    'own-results',
    'authors',
    'models',
    'allowed-families',
    'rules',
    'exempt',
    'override',
    'suggestions',
    'suppressions',
]));
/** All keys at the top of the file, for messages. */
const acceptedKeys = Object.keys(PolicyFile.shape).join(', ');
/** What the maps under a key may hold, and how a message calls one of them. */
const nestedKeys = {
    'own-results': { noun: 'rule', accepted: Object.keys(PolicyFile.shape['own-results'].unwrap().shape) },
    authors: { noun: 'key', accepted: Object.keys(PolicyFile.shape.authors.unwrap().element.shape) },
    rules: { noun: 'key', accepted: Object.keys(PolicyFile.shape.rules.unwrap().element.shape) },
    exempt: { noun: 'key', accepted: Object.keys(PolicyFile.shape.exempt.unwrap().element.shape) },
    override: { noun: 'key', accepted: Object.keys(PolicyFile.shape.override.unwrap().shape) },
    suppressions: { noun: 'key', accepted: Object.keys(PolicyFile.shape.suppressions.unwrap().element.shape) },
};
/** Throws a ConfigurationError for a key that nobody knows there, with the one that was probably meant. */
function refuseKey({ key, outer, where }) {
    if (outer === undefined)
        refuseTopKey(key, where);
    else if (Object.hasOwn(nestedKeys, outer))
        refuseNestedKey({ key, outer, where });
    else if (outer === 'models' && key === '__proto__') {
        // JavaScript would lose it.
        throw new errors.ConfigurationError(`${where}: "models": ${(0,shown/* shown */.S)(key)} is no name of a model`);
    }
}
function refuseTopKey(key, where) {
    if (Object.hasOwn(PolicyFile.shape, key))
        return;
    if (options/* allOptions */.AM.some((option) => option.name === key)) {
        throw new errors.ConfigurationError(`${where}: "${key}" cannot be set in the config file, only as an input or a flag`);
    }
    if (options/* laterOptions */.Dr.includes(key)) {
        throw new errors.ConfigurationError(`${where}: "${key}" is not available yet in this version; remove it`);
    }
    const names = Object.keys(PolicyFile.shape);
    throw new errors.ConfigurationError(`${where}: unknown key ${(0,shown/* shown */.S)(key)}; accepted: ${acceptedKeys}.${(0,near_miss/* hint */.aK)((0,near_miss/* nearestName */.qb)(key, names))}`);
}
function refuseNestedKey({ key, outer, where }) {
    const nested = nestedKeys[outer];
    if (nested === undefined || nested.accepted.includes(key))
        return;
    const { noun, accepted } = nested;
    const meant = (0,near_miss/* hint */.aK)((0,near_miss/* nearestName */.qb)(key, accepted));
    throw new errors.ConfigurationError(`${where}: "${outer}": unknown ${noun} ${(0,shown/* shown */.S)(key)}; accepted: ${accepted.join(', ')}.${meant}`);
}

;// CONCATENATED MODULE: ./src/policy/file/yaml.ts



const maximumAliases = 10;
/** How errors call a place in the file. */
function place(path, line) {
    return line === undefined ? path : `${path} line ${line}`;
}
/** Reads YAML whose keys are all known and stand once. Throws ConfigurationError with the line of what is wrong. */
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
            const lines = linesOf(document.contents, { path, lineCounter, isMap, isSeq });
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
    throw new errors.ConfigurationError(`${place(path, 1)}: is not a list of "key: value" lines; accepted keys: ${acceptedKeys}`);
}
/** A warning of the parser means that it guessed, for example at an unknown tag. */
function refuseFaults(document, { path, lineCounter }) {
    const fault = document.errors[0] ?? document.warnings[0];
    if (fault === undefined)
        return;
    const { line } = lineCounter.linePos(fault.pos[0]);
    throw new errors.ConfigurationError(`${place(path, line)}: is not valid YAML: ${oneLine(fault.message)}`, { cause: fault });
}
function linesOf(map, source) {
    const nested = map.items.flatMap((pair) => {
        const { key } = keyOf(pair);
        return nestedMaps(pair.value, key, source).flatMap(({ name, map: inner }) => {
            const lines = [...keyLines(inner, source, key)];
            const first = lines.slice(0, 1).map(([, line]) => [name, line]);
            return [...first, ...lines.map(([innerKey, line]) => [`${name}.${innerKey}`, line])];
        });
    });
    // A map that is the value of a key is found by that key.
    return new Map([...nested, ...keyLines(map, source, undefined)]);
}
function nestedMaps(value, name, { isMap, isSeq }) {
    if (isMap(value))
        return [{ name, map: value }];
    if (!isSeq(value))
        return [];
    return value.items.flatMap((item, index) => (isMap(item) ? [{ name: `${name}.${index}`, map: item }] : []));
}
function keyLines(map, { path, lineCounter }, outer) {
    const lines = new Map();
    for (const pair of map.items) {
        const { key, offset } = keyOf(pair);
        const { line } = lineCounter.linePos(offset);
        refuseKey({ key, outer, where: place(path, line) });
        if (lines.has(key)) {
            throw new errors.ConfigurationError(`${place(path, line)}: "${key}" is already set on line ${lines.get(key)}; keep one`);
        }
        lines.set(key, line);
    }
    return lines;
}
const ScalarKey = schemas/* object */.Ikc({ value: schemas/* string */.YjP(), range: schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* number */.aig(), schemas/* number */.aig()]) });
function keyOf(pair) {
    const key = ScalarKey.safeParse(pair.key);
    return key.success ? { key: key.data.value, offset: key.data.range[0] } : { key: '', offset: 0 };
}
const maximumFaultLength = 200;
/** A parser's message may repeat a piece of the file. */
function oneLine(message) {
    return message.slice(0, maximumFaultLength).replaceAll(/[\p{C}\p{Z}]+/gu, ' ');
}

// EXTERNAL MODULE: ./src/policy/read-options.ts
var read_options = __webpack_require__(7779);
;// CONCATENATED MODULE: ./src/policy/from-file.ts












/** Far above any config that a person writes. */
const maximumBytes = 256 * 1024;
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
        return toPolicyInputs(checked.data, (key) => `${place(path, lines.get(key))}: "${key}"`);
    throw new errors.ConfigurationError(explain(checked.error.issues[0], { path, value, lines }));
}
/** Where the first wrong value stands, as near as the lines tell, and what is wrong with it. */
function explain(issue, { path, value, lines }) {
    const keys = issue?.path.map(String) ?? [];
    const isMissing = keys.length > 1 && valueAt(value, keys) === undefined;
    const known = isMissing ? keys.slice(0, -1) : keys;
    const ways = known.map((_, index) => known.slice(0, index + 1).join('.'));
    const at = ways.findLast((way) => lines.has(way)) ?? ways[0] ?? '';
    const what = isMissing ? `"${keys.at(-1)}" is missing` : oneLine(issue?.message ?? 'wrong value');
    return `${place(path, lines.get(at))}: "${at}": ${what}`;
}
function valueAt(value, keys) {
    return keys.reduce((outer, key) => {
        const inner = schemas/* looseObject */._H3({}).or(schemas/* array */.YOg(schemas/* unknown */.L5J())).safeParse(outer);
        return inner.success ? Object.getOwnPropertyDescriptor(inner.data, key)?.value : undefined;
    }, value);
}
function toPolicyInputs(file, label) {
    const inputs = (0,read_options/* readPolicyInputs */.kE)(writtenTexts(file, label));
    const { reviewers, 'fallback-reviewers': fallbacks, paths, 'paths-ignore': pathsIgnore } = file;
    return {
        ...inputs,
        reviewers: Array.isArray(reviewers) ? (0,values/* reviewersFrom */.PI)(reviewers, label('reviewers')) : inputs.reviewers,
        paths: Array.isArray(paths) ? (0,policy_globs/* checkGlobs */.EQ)(paths, label('paths')) : inputs.paths,
        pathsIgnore: Array.isArray(pathsIgnore) ? (0,policy_globs/* checkGlobs */.EQ)(pathsIgnore, label('paths-ignore')) : inputs.pathsIgnore,
        fallbackReviewers: Array.isArray(fallbacks)
            ? (0,values/* fallbackReviewersFrom */.xc)(fallbacks, label('fallback-reviewers'))
            : inputs.fallbackReviewers,
        authors: toAuthors(file.authors, label),
        models: toModels(file.models, label),
        allowedFamilies: toAllowedFamilies(file['allowed-families'], label),
        ownResults: toOwnResults(file['own-results'], label),
        rules: toRules(file.rules, label),
        exempt: toExemptions(file.exempt, label),
        override: toOverride(file.override, label),
        suggestions: file.suggestions,
        suppressions: toSuppressions(file.suppressions, label),
    };
}
/** What the parsers of inputs and flags read: texts, numbers and booleans. */
function writtenTexts(file, label) {
    const texts = new Map();
    for (const [key, value] of Object.entries(file)) {
        if (value === undefined || typeof value === 'object')
            continue;
        const text = String(value);
        if (text.trim() === '')
            throw new errors.ConfigurationError(`${label(key)} is empty; give it a value or remove the key`);
        texts.set(key, { text, label: label(key) });
    }
    return texts;
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

// EXTERNAL MODULE: ./src/types/diff.ts
var types_diff = __webpack_require__(1322);
;// CONCATENATED MODULE: ./src/material.ts









/** The first stages of a run: everything that is known before anybody is asked. */
async function readMaterial(change, request, host) {
    const shas = change.commits.map(({ sha }) => sha);
    const [policy, read, notes] = await (0,in_order/* inOrder */.a)([
        readPolicy(change, request, host),
        readFiles(change, host),
        readNotes(host.commits, shas),
    ]);
    const diff = withoutOmitted(change, policy, read);
    const { authors, models } = policy;
    const authorship = detectAuthorship(change, { notes, authors, models, authorModel: request.authorModel });
    logChange(change, diff, host.log);
    const diffAt = async (head) => {
        const then = { ...change, head };
        return withoutOmitted(then, policy, await readFiles(then, host));
    };
    return { change, policy, diff, files: read.files, authorship, diffAt };
}
async function readPolicy(change, request, host) {
    const file = await readPolicyFile(host.commits.git, change.base, request.configFile);
    return (0,load/* mergePolicy */.VA)(request.inputs, file, change.baseBranch);
}
/** All files of the change, and which of them the base branch calls generated. */
async function readFiles(change, { commits: { git }, scratchDirectory }) {
    const { files, problems } = await (0,read/* readDiff */.iH)(git, { from: change.mergeBase, to: change.head });
    const generated = await readGenerated(git, change.base, { paths: (0,omit/* touchedPaths */.Pq)(files), scratch: scratchDirectory });
    return { files, problems, generated };
}
/** The change without what the base branch's policy leaves out, each with its reason. */
function withoutOmitted(change, policy, { files, problems, generated }) {
    const { paths, pathsIgnore, exempt } = policy;
    const opener = change.pullRequest?.author;
    return (0,omit/* omitFiles */.l5)(files, { paths, pathsIgnore, generated, problems, exempt, opener });
}
function logChange(change, diff, log) {
    log.info(`Reviewing ${change.mergeBase.slice(0, 12)}..${change.head.slice(0, 12)}: ${diff.files.length} files, ${(0,types_diff/* changedLines */.MA)(diff.files)} changed lines; ${diff.omitted.length} files left out.`);
}


/***/ }),

/***/ 3404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  IG: () => (/* binding */ chooseSeats),
  Sp: () => (/* binding */ nobodyAsked),
  tW: () => (/* binding */ openRecords),
  Nn: () => (/* binding */ planWork),
  rl: () => (/* binding */ reviewChange)
});

// EXTERNAL MODULE: ./src/diff/omit.ts
var omit = __webpack_require__(6650);
;// CONCATENATED MODULE: ./src/diff/signatures.ts
/** A change with more has been generated, or is too large for anybody to follow each of them. */
const MAX_CHANGED_SYMBOLS = 2_000;
/** Only the start of a line can declare something; what stands behind it is never read. */
const HEAD_CHARACTERS = 300;
const LINE_CHARACTERS = 200;
/**
 * The exported declarations that were added, removed or changed, by file in the order of `files`, at most
 * MAX_CHANGED_SYMBOLS. Found line by line: a declaration whose line is the same on both sides was moved, not changed,
 * and is left out.
 */
function changedExports(files) {
    const symbols = [];
    for (const file of files) {
        const nameIn = declarationsOf(file.path);
        if (nameIn !== undefined)
            for (const symbol of symbolsIn(file, nameIn))
                symbols.push(symbol);
        if (symbols.length >= MAX_CHANGED_SYMBOLS)
            return symbols.slice(0, MAX_CHANGED_SYMBOLS);
    }
    return symbols;
}
function symbolsIn(file, nameIn) {
    const byName = new Map();
    for (const hunk of file.hunks) {
        collect(hunk, nameIn, byName);
        if (byName.size >= MAX_CHANGED_SYMBOLS)
            break;
    }
    return [...byName].flatMap(([name, declared]) => pair(declared).map((change) => ({ name, path: file.path, ...change })));
}
function collect(hunk, nameIn, byName) {
    for (const { kind, text } of hunk.lines) {
        if (kind === 'context')
            continue;
        const head = text.slice(0, HEAD_CHARACTERS);
        const name = nameIn(head);
        if (name === undefined)
            continue;
        const declared = byName.get(name) ?? { removed: [], added: [] };
        byName.set(name, declared);
        declared[kind].push(head.trim());
    }
}
/** What is on both sides cancels out; of an overloaded name the rest is paired in order. */
function pair({ removed, added }) {
    const before = without(removed, added);
    const after = without(added, removed);
    return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => {
        const [old, now] = [before[index], after[index]];
        if (old === undefined)
            return { change: 'added', after: clip(now ?? '') };
        if (now === undefined)
            return { change: 'removed', before: clip(old) };
        return { change: 'changed', before: clip(old), after: clip(now) };
    });
}
function without(lines, others) {
    const same = new Set(others);
    return lines.filter((line) => !same.has(line));
}
function clip(line) {
    // A pair of surrogates is not cut.
    return line.length <= LINE_CHARACTERS
        ? line
        : `${line.slice(0, LINE_CHARACTERS - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
const signatures_name = String.raw `([\p{L}_$][\p{L}\p{N}_$]*)`;
/** The first pattern that matches gives the name: its first group, with a second one after a dot. */
function firstOf(patterns) {
    return (line) => {
        for (const pattern of patterns) {
            const match = pattern.exec(line);
            if (match !== null)
                return match.slice(1).filter(Boolean).join('.') || 'default';
        }
        return undefined;
    };
}
const script = firstOf([
    new RegExp(String.raw `^\s*export\s+(?:(?:default|declare|abstract|async)\s+)*(?:function\b\s*\*?|class\b|interface\b|type\b|(?:const\s+)?enum\b|const\b|let\b|var\b|namespace\b)\s*(?!extends\b)${signatures_name}`, 'u'),
    /^\s*export\s+default\b/,
    new RegExp(String.raw `^\s*(?:module\.)?exports\.${signatures_name}\s*=(?![=>])`, 'u'),
    /^\s*module\.exports\s*=(?![=>])/,
]);
const python = firstOf([/^(?:async\s+)?def\s+((?!_)[\p{L}\p{N}_]+)/u, /^class\s+((?!_)[\p{L}\p{N}_]+)/u]);
const go = firstOf([
    /^func\s*\(\s*(?:\w+\s+)?\*?([\p{L}_][\p{L}\p{N}_]*)(?:\[[^\]]*\])?\s*\)\s*(\p{Lu}[\p{L}\p{N}_]*)/u,
    /^(?:func|type|const|var)\s+(\p{Lu}[\p{L}\p{N}_]*)/u,
]);
const rust = firstOf([
    new RegExp(String.raw `^\s*pub(?:\([^)]*\))?\s+(?:(?:default|async|unsafe|const(?=\s+(?:async|unsafe|extern|fn)\b)|extern(?:\s+"[^"]*")?)\s+)*(?:fn|struct|enum|union|trait|const|static(?:\s+mut)?|type|mod)\s+${signatures_name}`, 'u'),
]);
const swift = firstOf([
    new RegExp(String.raw `^\s*(?:@\w+\s+)*(?:public|open)\s+(?:(?:static|class|final|override|mutating|convenience|required|indirect|lazy|weak|nonisolated)\s+)*(?:func|class|struct|enum|protocol|actor|extension|typealias|var|let)\s+${signatures_name}`, 'u'),
    /^\s*(?:@\w+\s+)*(?:public|open)\s+(?:(?:convenience|required|override)\s+)*(init|subscript)\b/,
]);
/** Public unless it says otherwise; deeper than a member only local names follow. */
const kotlin = firstOf([
    new RegExp(String.raw `^(?:\s{0,4}|\t)(?:@\w+\s+)*(?:(?:public|open|abstract|sealed|final|data|value|inner|enum|annotation|override|suspend|inline|infix|operator|tailrec|external|expect|actual|companion)\s+)*(?:fun|class|interface|object|typealias)\s+(?:<[^>]*>\s*)?(?:[\p{L}_][\p{L}\p{N}_<>?]*\.)?${signatures_name}`, 'u'),
    new RegExp(String.raw `^(?:\s*public\s+)?(?:(?:const|open|abstract|override|lateinit|final)\s+)*(?:val|var)\s+${signatures_name}`, 'u'),
]);
const ruby = firstOf([
    /^\s*def\s+(?:self\.)?([\p{L}_][\p{L}\p{N}_]*[?!=]?)/u,
    /^\s*(?:class|module)\s+((?:\p{Lu}[\p{L}\p{N}_]*::)*\p{Lu}[\p{L}\p{N}_]*)/u,
]);
const php = firstOf([
    new RegExp(String.raw `^\s*(?:(?:public|abstract|final|static|readonly)\s+)*(?:function\s+&?|class\s|interface\s|trait\s|enum\s|const\s)\s*${signatures_name}`, 'u'),
]);
const publicType = new RegExp(String.raw `\b(?:class|interface|enum|record(?:\s+(?:class|struct))?|struct|delegate\s+\S+)\s+${signatures_name}`, 'u');
const publicPrefix = /^\s*(?:@[\w.]+(?:\([^)]*\))?\s+|\[[^\]]*\]\s*)*public\s+/;
const lastName = new RegExp(String.raw `${signatures_name}\s*(?:<[^<>]*>)?\s*$`, 'u');
/** Java and C#: the keyword's name, else the last one before a parameter list, a value, a body or the end. */
function publicMember(line) {
    const prefix = publicPrefix.exec(line);
    if (prefix === null)
        return undefined;
    const rest = line.slice(prefix[0].length);
    const end = rest.search(/[(={;]/);
    const head = end < 0 ? rest : rest.slice(0, end);
    return publicType.exec(head)?.[1] ?? lastName.exec(head)?.[1];
}
const headerTypes = firstOf([
    new RegExp(String.raw `^\s*(?:typedef\s+)?(?:struct|class|union|enum(?:\s+(?:class|struct))?)\s+${signatures_name}\s*(?:final\s*)?(?:[:{]|$)`, 'u'),
    /^\s*#\s*define\s+([A-Za-z_]\w*)/,
    new RegExp(String.raw `^\s*using\s+${signatures_name}\s*=`, 'u'),
    new RegExp(String.raw `^\s*typedef\s.*\b${signatures_name}\s*;`, 'u'),
]);
/** A type and a name before the parenthesis; nothing that computes. */
const signatures_prototype = new RegExp(String.raw `^\s*[\p{L}_][\p{L}\p{N}_\s*&:<>,]*[\s*&]~?${signatures_name}\s*$`, 'u');
const notPrototype = /^\s*(?:return|if|else|while|for|switch|case|throw|new|delete|do|goto|co_\w+|using|typedef)\b/;
/** C and C++ headers: lines that look like a prototype. */
function headerMember(line) {
    const type = headerTypes(line);
    if (type !== undefined || notPrototype.test(line))
        return type;
    const parenthesis = line.indexOf('(');
    return parenthesis < 0 ? undefined : signatures_prototype.exec(line.slice(0, parenthesis))?.[1];
}
const byExtension = new Map([
    ...each(['js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx', 'mts', 'cts', 'vue', 'svelte', 'astro'], script),
    ...each(['py', 'pyi'], python),
    ...each(['go'], go),
    ...each(['rs'], rust),
    ...each(['java', 'cs'], publicMember),
    ...each(['kt', 'kts'], kotlin),
    ...each(['swift'], swift),
    ...each(['rb'], ruby),
    ...each(['php'], php),
    ...each(['h', 'hh', 'hpp', 'hxx'], headerMember),
]);
function each(extensions, declarations) {
    return extensions.map((extension) => [extension, declarations]);
}
function declarationsOf(path) {
    return byExtension.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}

// EXTERNAL MODULE: ./src/in-order.ts
var in_order = __webpack_require__(8121);
// EXTERNAL MODULE: ./src/policy/rules.ts
var policy_rules = __webpack_require__(1821);
// EXTERNAL MODULE: ./src/diff/line-map.ts
var line_map = __webpack_require__(1582);
// EXTERNAL MODULE: ./src/diff/read.ts + 5 modules
var read = __webpack_require__(1183);
// EXTERNAL MODULE: ./src/types/diff.ts
var diff = __webpack_require__(1322);
// EXTERNAL MODULE: ./src/types/group-by.ts
var group_by = __webpack_require__(9422);
;// CONCATENATED MODULE: ./src/history/changed-names.ts

const changed_names_HEAD_CHARACTERS = 300;
const DECLARATION = /\b(?:function\*?|class|def|fn|func|fun|sub|interface|type|struct|enum|trait|protocol|record|object|module|macro_rules!)\s+([\p{L}_$][\p{L}\p{N}_$]{2,79})/u;
/** A function or a constant at the top level of its file. */
const TOP_LEVEL = /^(?:export\s+)?(?:const|let|var|val|static)\s+([\p{L}_$][\p{L}\p{N}_$]{2,79})/u;
const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/gu;
/**
 * A change of a name concerns whoever uses it: in all files where it is exported, else in its own. A name whose
 * declaration reads the same in the hunks of then and of now has not changed, though its hunk has.
 */
function usesOf(changed) {
    const both = [...changed.before, ...changed.now];
    const all = changedExports(both);
    // With more of them nobody knows all names.
    if (all.length >= MAX_CHANGED_SYMBOLS)
        return () => true;
    const isSame = sameDeclarations(changed);
    const gone = new Set(changedExports(changed.before).map(({ name }) => name));
    // What stays as it was in another file cannot have meant a name that was not there.
    const isNew = ({ name, change }) => change === 'added' && !gone.has(name);
    const symbols = all.filter((one) => !isSame(one.path, lastWord(one.name)) && !isNew(one));
    const everywhere = new Set(symbols.flatMap(({ name }) => lastWord(name) ?? []));
    const within = declaredByPath(both, isSame);
    return (path, hunk) => {
        const own = within.get(path);
        if (everywhere.size === 0 && own === undefined)
            return false;
        return hasWord(hunk, (word) => everywhere.has(word) || own?.has(word) === true);
    };
}
function lastWord(name) {
    return name.match(WORD)?.at(-1);
}
/** By path, the names whose declarations read the same then and now. */
function sameDeclarations({ before, now }) {
    const then = new Map(before.map((file) => [file.path, file]));
    const same = new Map();
    for (const file of now) {
        const other = then.get(file.path);
        if (other !== undefined)
            same.set(file.path, namesDeclaredAlike(other, file));
    }
    return (path, name) => name !== undefined && same.get(path)?.has(name) === true;
}
function namesDeclaredAlike(one, other) {
    const [before, now] = [declarationsIn(one), declarationsIn(other)];
    return new Set([...before].flatMap(([name, text]) => (now.get(name) === text ? [name] : [])));
}
/** Declarations inside of one another that are told apart; what is deeper counts as changed. */
const MAX_DEPTH = 6;
/** Each declared name → its changed lines, up to the next declaration that is not inside of it. */
function declarationsIn({ hunks }) {
    const texts = new Map();
    const tooDeep = new Set();
    for (const { lines } of hunks) {
        let open = [];
        for (const { kind, text } of lines) {
            if (kind === 'context')
                continue;
            const name = nameIn(text);
            if (name !== undefined) {
                const indent = text.length - text.trimStart().length;
                const around = open.filter((one) => one.indent < indent);
                const own = texts.get(name) ?? [];
                texts.set(name, own);
                if (around.length >= MAX_DEPTH)
                    tooDeep.add(name);
                open = [...around, { indent, lines: own }].slice(0, MAX_DEPTH);
            }
            for (const one of open)
                one.lines.push(`${kind} ${text}`);
        }
    }
    return new Map([...texts].flatMap(([name, lines]) => (tooDeep.has(name) ? [] : [[name, lines.join('\n')]])));
}
function nameIn(text) {
    const head = text.slice(0, changed_names_HEAD_CHARACTERS);
    return DECLARATION.exec(head)?.[1] ?? TOP_LEVEL.exec(head)?.[1];
}
function declaredByPath(changed, isSame) {
    const within = new Map();
    for (const { path, hunks } of changed) {
        const names = hunks.flatMap(declaredIn).filter((name) => !isSame(path, name));
        if (names.length === 0)
            continue;
        const known = within.get(path) ?? new Set();
        for (const name of names)
            known.add(name);
        within.set(path, known);
    }
    return within;
}
/** Names that changed lines of the hunk declare. */
function declaredIn({ lines }) {
    return lines.flatMap(({ kind, text }) => {
        if (kind === 'context')
            return [];
        return nameIn(text) ?? [];
    });
}
/** Only changed lines count: who uses the name beside them did so before, and nobody was asked about it. */
function hasWord({ lines }, isWanted) {
    return lines.some(({ kind, text }) => {
        if (kind === 'context')
            return false;
        for (const [word] of text.matchAll(WORD))
            if (isWanted(word))
                return true;
        return false;
    });
}

;// CONCATENATED MODULE: ./src/history/hunk-places.ts

/** A file by its hunks in the order of their lines. After a rename the old side goes by both names. */
function placesOf(files) {
    const sides = { new: new Map(), old: new Map() };
    for (const file of files) {
        (0,group_by/* addTo */.D)(sides.new, file.path, sideOf(file, 'new'));
        for (const path of new Set([file.path, file.oldPath ?? file.path]))
            (0,group_by/* addTo */.D)(sides.old, path, sideOf(file, 'old'));
    }
    return {
        at: (place) => {
            const quoted = longestLine(place.quote);
            const found = (sides[place.side].get(place.path) ?? []).flatMap(({ shown, quoting }) => [
                ...between(shown, place),
                ...quoting(quoted),
            ]);
            return [...new Set(found)];
        },
    };
}
function sideOf(file, side) {
    let byText;
    return {
        shown: shownOf(file, side),
        quoting: (line) => {
            // Read once, and only of files that somebody quotes from.
            byText ??= textsOf(file, side);
            return byText.get(line) ?? [];
        },
    };
}
function textsOf({ hunks }, side) {
    const otherKind = side === 'new' ? 'removed' : 'added';
    const byText = new Map();
    for (const hunk of hunks) {
        const texts = hunk.lines.flatMap(({ kind, text }) => (kind === otherKind ? [] : [text.trim()]));
        for (const text of new Set(texts)) {
            if (text !== '')
                (0,group_by/* addTo */.D)(byText, text, hunk);
        }
    }
    return byText;
}
/** The line that tells most of where a quote is from. */
function longestLine(quote) {
    const lines = quote.split('\n').map((line) => line.trim());
    return lines.reduce((longest, line) => (line.length > longest.length ? line : longest), '');
}
/** A hunk that shows nothing of the side has no place there. */
function shownOf({ hunks }, side) {
    return hunks.flatMap((hunk) => {
        const [first, count] = side === 'new' ? [hunk.newStart, hunk.newLines] : [hunk.oldStart, hunk.oldLines];
        return count === 0 ? [] : [{ hunk, first, last: first + count - 1 }];
    });
}
function between(shown, { startLine, endLine }) {
    const found = [];
    for (let index = firstEndingFrom(shown, startLine); index < shown.length; index += 1) {
        const one = shown[index];
        if (one === undefined || one.first > endLine)
            break;
        found.push(one.hunk);
    }
    return found;
}
function firstEndingFrom(shown, line) {
    let low = 0;
    let high = shown.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((shown[middle]?.last ?? 0) < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// EXTERNAL MODULE: ./src/history/record.ts
var record = __webpack_require__(5799);
;// CONCATENATED MODULE: ./src/history/increment.ts





/**
 * A hunk is sent when its text, context included, is not one that every reviewer attested, or when it has to do with a
 * text that is new or gone: it uses a name that is declared there, or a finding in it rests on code there.
 */
function planIncrement(states) {
    const { before, now, reviews } = states;
    const same = pairHunks(states);
    const stays = new Set(same.values());
    const changed = { before: increment_without(before, same), now: increment_without(now, stays) };
    const attested = reviews.map((review) => (0,record/* coveredBy */.UJ)(review, before));
    const kept = new Map([...same].filter(([then]) => attested.every((covered) => covered.has(then))));
    const uses = usesOf(changed);
    for (const { path, hunks } of before)
        for (const hunk of hunks)
            if (kept.has(hunk) && uses(path, hunk))
                kept.delete(hunk);
    const rests = { all: placesOf(before), before: placesOf(changed.before), now: placesOf(changed.now) };
    const claims = reviews.flatMap((review) => review.findings.map((finding) => toClaim(finding, rests, states)));
    dropTogether(kept, claims);
    const holds = new Set(claims.filter((claim) => isHeld(claim, kept)).map(({ finding }) => finding));
    const covered = new Set(kept.values());
    const carried = reviews.map(({ findings }) => ({
        findings: findings.filter((finding) => holds.has(finding)).map((finding) => moveFinding(finding, states)),
        covered,
    }));
    return { send: filesToSend(states, covered), carried };
}
/** Hunk of then → the one of now with the same text at the same lines of the merge base, each once. */
function pairHunks({ before, now }) {
    const files = new Map(before.map((file) => [file.path, file]));
    const same = new Map();
    for (const file of now) {
        const then = files.get(file.path);
        if (then === undefined || !isSameKind(then, file))
            continue;
        const waiting = (0,group_by/* groupBy */.$)(then.hunks.toReversed(), textOf);
        for (const hunk of file.hunks) {
            const found = waiting.get(textOf(hunk))?.pop();
            if (found !== undefined)
                same.set(found, hunk);
        }
    }
    return same;
}
function isSameKind(one, other) {
    return ['oldPath', 'status', 'oldMode', 'newMode', 'oldBlob'].every((part) => one[part] === other[part]);
}
function textOf({ oldStart, lines, oldMissingNewline, newMissingNewline }) {
    const texts = lines.map(({ kind, text }) => `${kind} ${text}\n`);
    return `${oldStart} ${oldMissingNewline} ${newMissingNewline}\n${texts.join('')}`;
}
function increment_without(files, known) {
    return files.flatMap((file) => {
        const hunks = file.hunks.filter((hunk) => !known.has(hunk));
        return hunks.length === 0 ? [] : [(0,diff/* withHunks */.yP)(file, hunks)];
    });
}
function toClaim(finding, { all, before, now }, { moved }) {
    const own = all.at(finding);
    const support = finding.related.map((one) => ({ ...one, endLine: one.startLine, side: 'new' }));
    const places = own.length === 0 ? [finding, ...support] : support;
    const isTouched = places.some((place) => before.at(place).length > 0 || now.at({ ...place, ...moveLines(place, moved) }).length > 0);
    return { finding, own, isTouched };
}
function isHeld({ own, isTouched }, kept) {
    return !isTouched && own.every((hunk) => kept.has(hunk));
}
/** What is not held any more is asked about again, in all hunks that show it: else it would be lost. */
function dropTogether(kept, claims) {
    const byHunk = new Map();
    for (const claim of claims)
        for (const hunk of claim.own)
            (0,group_by/* addTo */.D)(byHunk, hunk, claim);
    const lost = claims.filter((claim) => !isHeld(claim, kept));
    const seen = new Set(lost);
    for (const { own } of lost) {
        for (const hunk of own) {
            kept.delete(hunk);
            for (const claim of byHunk.get(hunk) ?? []) {
                if (seen.has(claim))
                    continue;
                seen.add(claim);
                lost.push(claim);
            }
            byHunk.delete(hunk);
        }
    }
}
function filesToSend({ before, now }, kept) {
    const files = new Map(before.map((file) => [file.path, file]));
    return now.flatMap((file) => {
        const hunks = file.hunks.filter((hunk) => !kept.has(hunk));
        if (hunks.length > 0)
            return [(0,diff/* withHunks */.yP)(file, hunks)];
        return file.hunks.length === 0 && !isUnchanged(files.get(file.path), file) ? [file] : [];
    });
}
function isUnchanged(then, file) {
    return then !== undefined && then.newBlob === file.newBlob && isSameKind(then, file);
}
function moveFinding(finding, { moved }) {
    const related = finding.related.map((location) => {
        const { path, line } = moved(location.path, location.startLine);
        return { ...location, path, startLine: line };
    });
    return { ...finding, related, ...moveLines(finding, moved) };
}
/** The old side is the merge base, which is the same. */
function moveLines({ path, side, startLine, endLine }, moved) {
    if (side === 'old')
        return { path, startLine, endLine };
    const there = moved(path, startLine);
    return { path: there.path, startLine: there.line, endLine: there.line + endLine - startLine };
}

// EXTERNAL MODULE: ./src/history/record-key.ts
var record_key = __webpack_require__(5793);
;// CONCATENATED MODULE: ./src/recorded-reviews.ts






/** Records of reviews of this change by these reviewers. */
async function openRecordedReviews(context) {
    const { material, seats, host } = context;
    const key = await keyOf(context);
    const credentials = seats.map(({ credentialInput }) => credentialInput);
    return {
        recall: async () => {
            const record = await host.earlier.recall({ key, credentials });
            if (record === undefined || !isBySeats(record, seats))
                return undefined;
            host.log.info(`The same content was reviewed at ${record.at}: its reviews are given back, and no model is asked.`);
            return { seats: toSeats(record, context), reused: { at: record.at, head: record.head, run: record.run } };
        },
        recallEarlier: () => recallEarlier(context, key, credentials),
        remember: async (filled) => {
            const reviews = (0,record/* toRecorded */.kD)(filled.map(({ last }) => last.result), material.diff.files);
            const asPlanned = filled.every(({ failed }) => failed.length === 0);
            const confined = reviews?.every(({ isolation }) => isolation !== 'none') ?? false;
            if (reviews === undefined || !asPlanned || !confined)
                return;
            const { head, base } = material.change;
            const at = new Date(host.now()).toISOString();
            const reviewed = { version: 2, key, at, head, base, run: host.runUrl, reviews: [...reviews] };
            await host.earlier.remember(reviewed, credentials);
        },
    };
}
/** Only by the seats that would be filled now, in their order. */
function isBySeats({ reviews }, seats) {
    return reviews.length === seats.length && reviews.every(({ id }, index) => id === seats[index]?.id);
}
function toSeats({ reviews }, { seats, material }) {
    return seats.flatMap((contender, index) => {
        const review = reviews[index];
        if (review === undefined)
            return [];
        const covered = (0,record/* coveredBy */.UJ)(review, material.diff.files);
        return [
            { last: { contender, result: { ...withoutCost(review), covered, gaps: gapsIn(covered, material) } }, failed: [] },
        ];
    });
}
function gapsIn(covered, { diff }) {
    const hunks = diff.files.flatMap((file) => file.hunks.filter((hunk) => !covered.has(hunk)));
    if (hunks.length === 0)
        return [];
    return [{ part: 'the recorded review', hunks, code: null, reason: 'the recorded review had not examined it' }];
}
/** What the review cost was paid, and sent, by the run that made it. */
function withoutCost({ unreviewed: _, ...review }) {
    const usage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, requests: 0 };
    const egress = { traffic: { ...review.egress.traffic, ...noTraffic }, files: [], filesComplete: true };
    return { ...review, usage, egress, durationMs: 0 };
}
const noTraffic = { requests: 0, refused: 0, bytesSent: 0, bytesReceived: 0 };
/** Commits of the change that are looked at for a review of them, the latest first. Each costs a request in a job. */
const STATES = 10;
/** Where no push started the run, as when the pull request is opened, there hardly is a review. */
const STATES_WITHOUT_PUSH = 3;
async function recallEarlier(context, { rules }, credentials) {
    const { material, host, seats } = context;
    const { change } = material;
    const previousHead = change.pullRequest?.previousHead;
    const commits = change.commits.map(({ sha }) => sha).filter((sha) => sha !== change.head);
    if (previousHead !== undefined && previousHead !== change.head && !commits.includes(previousHead))
        return inFull(`the branch was rewritten: ${previousHead.slice(0, 12)}, its last head, is not among its commits`);
    const heads = previousHead === undefined ? commits : [previousHead, ...commits.filter((sha) => sha !== previousHead)];
    const most = change.pullRequest !== undefined && previousHead === undefined ? STATES_WITHOUT_PUSH : STATES;
    const found = await host.earlier.recallEarlier({
        ...{ rules, base: change.base, credentials },
        states: statesOf(heads.slice(0, most), context),
    });
    if (found.kind === 'none') {
        const why = found.why ?? (previousHead === undefined ? undefined : NOTHING_RECORDED);
        const { notes } = why === undefined ? { notes: [] } : inFull(why);
        return { kind: 'none', notes: [...found.notes, ...notes] };
    }
    const { record, head } = found;
    if (!isBySeats(record, seats))
        return inFull('the last review was made by other reviewers');
    const then = await material.diffAt(head);
    if ((0,record_key/* contentDigest */.eZ)(then.files) !== record.key.content)
        return inFull('what is left out of the review is not the same as at the last one');
    const moved = await (0,read/* readDiff */.iH)(host.commits.git, { from: head, to: change.head });
    const states = { before: then.files, now: material.diff.files, moved: (0,line_map/* lineMap */.d)(moved.files), reviews: record.reviews };
    return { ...toEarlier(record, states, context), notes: found.notes };
}
const NOTHING_RECORDED = 'no review of an earlier push is recorded that these reviewers’ credentials vouch for';
function inFull(why) {
    return { kind: 'none', notes: [`The whole change was reviewed: ${why}.`] };
}
async function* statesOf(heads, { material, host }) {
    const { git } = host.commits;
    for (const head of heads) {
        const entries = await (0,read/* readEntries */.$2)(git, { from: material.change.mergeBase, to: head });
        yield { head, change: (0,record_key/* changeDigest */.VW)(entries) };
    }
}
function toEarlier(record, states, { seats, material }) {
    const increment = planIncrement(states);
    const sentLines = (0,diff/* changedLines */.MA)(increment.send);
    const { at, head, run } = record;
    return {
        kind: 'found',
        notes: [],
        send: increment.send,
        report: { at, head, run, sentLines, keptLines: (0,diff/* changedLines */.MA)(material.diff.files) - sentLines },
        of: (contender) => {
            const index = seats.indexOf(contender);
            const review = record.reviews[index];
            const carried = increment.carried[index];
            if (review === undefined || carried === undefined)
                return undefined;
            return {
                alone: joined({ ...withoutCost(review), findings: [], covered: new Set(), gaps: [] }, review, carried),
                with: (fresh) => joined(fresh, review, carried),
            };
        },
    };
}
function joined(fresh, { filesReviewed, notVerified }, carried) {
    return {
        ...fresh,
        findings: [...carried.findings, ...fresh.findings],
        filesReviewed: [...new Set([...filesReviewed, ...fresh.filesReviewed])],
        notVerified: [...new Set([...notVerified, ...fresh.notVerified])],
        covered: new Set([...carried.covered, ...fresh.covered]),
    };
}
async function keyOf({ material, seats, request, host, templates }) {
    const { change, policy, diff, files } = material;
    const headTree = (await host.commits.git.read(['rev-parse', '--verify', `${change.head}^{tree}`])).toString().trim();
    return (0,record_key/* recordKey */.Hy)({
        ...{ all: files, files: diff.files, headTree, mode: change.mode, policy },
        prompts: templates,
        reviewers: seats.map(({ id, model, family }) => ({
            ...{ id, model },
            family: family ?? 'other',
            baseUrl: host.baseUrl(id),
        })),
        toolVersion: request.toolVersion,
        place: host.earlier.place,
    });
}

// EXTERNAL MODULE: ./src/review/budget.ts
var budget = __webpack_require__(7883);
// EXTERNAL MODULE: ./src/diff/invisible.ts
var invisible = __webpack_require__(4784);
// EXTERNAL MODULE: ./src/types/text-order.ts
var text_order = __webpack_require__(9675);
;// CONCATENATED MODULE: ./src/review/directory-listing.ts



/** Deeper directories are summed up by the one at this depth, so that no path makes the work longer. */
const directory_listing_MAX_DEPTH = 12;
/** For the line that says how much was left out. */
const NOTE_BYTES = 48;
/** The directories of the files, in path order. */
function toDirectories(files) {
    return [...(0,group_by/* groupBy */.$)(files, ({ path }) => directoryOf(path))]
        .map(([path, siblings]) => ({ path, files: siblings.sort((a, b) => (0,text_order/* compareText */.n)(a.path, b.path)) }))
        .sort((a, b) => (0,text_order/* compareText */.n)(a.path, b.path));
}
function directoryOf(path) {
    return path.slice(0, path.lastIndexOf('/') + 1);
}
/** Every file with its counts, under its directory. */
function listFiles(directories) {
    return directories.flatMap(({ path, files }) => {
        if (path === '' || files.length === 1)
            return files.map((file) => showFile(file, ''));
        return [(0,invisible/* showPath */.P)(path), ...files.map((file) => ` ${showFile(file, path)}`)];
    });
}
/** One file, its path below the directory: `login.ts +12 -3`. A side without changed lines is not named. */
function showFile(file, directory) {
    const status = file.status === 'modified' ? '' : ` ${file.status}`;
    const from = file.oldPath === undefined ? '' : ` from ${(0,invisible/* showPath */.P)(file.oldPath)}`;
    return `${(0,invisible/* showPath */.P)(file.path.slice(directory.length))}${status}${from}${showCounts(file)}`;
}
/** The directories with the sums of what lies below them, folded at the depth that fits. */
function foldDirectories(directories, cap) {
    let folded = foldAt(directories, 1);
    for (let depth = 2; depth <= directory_listing_MAX_DEPTH; depth++) {
        const deeper = foldAt(directories, depth);
        if (!fits(deeper, cap))
            break;
        folded = deeper;
    }
    return cutLines(folded, { cap, noun: 'directories' });
}
function foldAt(directories, depth) {
    const sums = new Map();
    for (const { path, files } of directories) {
        const prefix = prefixOf(path, depth);
        const sum = sums.get(prefix) ?? { files: 0, added: 0, removed: 0 };
        sums.set(prefix, sum);
        sum.files += files.length;
        for (const file of files) {
            sum.added += file.added;
            sum.removed += file.removed;
        }
    }
    return [...sums].map(([prefix, sum]) => {
        const shown = prefix === '' ? './' : (0,invisible/* showPath */.P)(prefix);
        return `${shown} ${sum.files} file${sum.files === 1 ? '' : 's'}${showCounts(sum)}`;
    });
}
function prefixOf(path, depth) {
    let end = 0;
    for (let level = 0; level < depth && end < path.length; level++)
        end = path.indexOf('/', end) + 1;
    return path.slice(0, end);
}
function showCounts({ added, removed }) {
    return `${added > 0 ? ` +${added}` : ''}${removed > 0 ? ` -${removed}` : ''}`;
}
function fits(lines, cap) {
    let bytes = 0;
    for (const line of lines) {
        bytes += lineBytes(line);
        if (bytes > cap)
            return false;
    }
    return true;
}
/** Of a line with its line feed. */
function lineBytes(line) {
    return Buffer.byteLength(line) + 1;
}
/** The lines; where they do not fit, as many as do and how many more there are. */
function cutLines(lines, { cap, noun }) {
    if (fits(lines, cap))
        return lines.join('\n');
    let taken = 0;
    for (let room = cap - NOTE_BYTES - lineBytes(lines[0] ?? ''); room >= 0; taken++)
        room -= lineBytes(lines[taken + 1] ?? '');
    return [...lines.slice(0, taken), `… ${lines.length - taken} more ${noun}`].join('\n');
}

;// CONCATENATED MODULE: ./src/review/change-map.ts





const CAPS = { files: 4_096, signatures: 4_096, whole: 100 * 1024 };
/** What the folded directories may take of the files; the rest is for files beside those of the chunk. */
const FOLDED_SHARE = 1 / 4;
/** Which files changed by how much, and the declarations of changed symbols before and after, as text for a prompt. */
function drawChangeMap(files, symbols, caps = CAPS) {
    const directories = toDirectories(files);
    const listing = { directories, listed: listFiles(directories) };
    const filesFor = mapFiles(listing, caps.files);
    const index = indexSymbols(symbols);
    const hunksOf = new Map(files.map((file) => [file.path, file.hunks.length]));
    return {
        forChunk: (chunk) => {
            // What a chunk holds whole is in its diff.
            const shown = chunk.files.filter((file) => file.hunks.length === hunksOf.get(file.path)).map(({ path }) => path);
            return join(filesFor(chunk), signaturesFor(index, { chunk, shown, cap: caps.signatures }));
        },
        whole: drawWhole(listing, index, caps.whole),
    };
}
function join(files, signatures) {
    return [files, signatures].filter((part) => part !== '').join('\n\n');
}
/** The signatures may take half of the room, and what the files leave. */
function drawWhole({ directories, listed }, index, cap) {
    const filesCap = cap - Math.min(index.bytes, Math.floor(cap / 2));
    const drawn = fits(listed, filesCap) ? listed.join('\n') : foldDirectories(directories, filesCap);
    return join(drawn, drawSymbols(index.symbols, { cap: cap - lineBytes(drawn) - 1, of: index.symbols.length }));
}
/** All files of a small change; else the directories, and the files beside those of the chunk. */
function mapFiles({ directories, listed }, cap) {
    if (fits(listed, cap)) {
        const all = listed.join('\n');
        return () => all;
    }
    const folded = foldDirectories(directories, Math.floor(cap * FOLDED_SHARE));
    const byPath = new Map(directories.map((directory) => [directory.path, toPlaces(directory)]));
    return (chunk) => join(folded, listSiblings(byPath, { chunk, cap: cap - lineBytes(folded) - 1 }));
}
function toPlaces(directory) {
    return { ...directory, indexOf: new Map(directory.files.map(({ path }, index) => [path, index])) };
}
/** The other files of the chunk's directories, in each from the chunk's first file on and round. */
function listSiblings(byPath, { chunk, cap }) {
    const lines = [];
    let room = cap - NOTE_BYTES;
    let left = 0;
    for (const [path, ownFiles] of (0,group_by/* groupBy */.$)(chunk.files, (file) => directoryOf(file.path))) {
        const places = byPath.get(path);
        if (places === undefined)
            continue;
        const section = listOthers(places, ownFiles, room);
        lines.push(...section);
        for (const line of section)
            room -= lineBytes(line);
        left += places.files.length - ownFiles.length - Math.max(0, section.length - 1);
    }
    return [...lines, ...(left > 0 ? [`… ${left} more files beside these`] : [])].join('\n');
}
function listOthers({ path, files, indexOf }, own, cap) {
    const isOwn = new Set(own.map((file) => indexOf.get(file.path)));
    const start = Math.min(...own.map((file) => indexOf.get(file.path) ?? 0));
    const lines = [path === '' ? './' : (0,invisible/* showPath */.P)(path)];
    let room = cap - lineBytes(lines[0] ?? '');
    for (let step = 0; step < files.length && room > 0; step++) {
        const index = (start + step) % files.length;
        const file = files[index];
        if (file === undefined || isOwn.has(index))
            continue;
        const line = ` ${showFile(file, path)}`;
        room -= lineBytes(line);
        if (room >= 0)
            lines.push(line);
    }
    return lines.length > 1 ? lines : [];
}
function indexSymbols(symbols) {
    const sorted = symbols.toSorted((a, b) => (0,text_order/* compareText */.n)(a.path, b.path));
    const indexed = sorted.map((symbol, order) => {
        const { path, before, after } = symbol;
        const lines = [
            ...(before === undefined ? [] : [`- ${(0,invisible/* showInvisible */.j)(before)}`]),
            ...(after === undefined ? [] : [`+ ${(0,invisible/* showInvisible */.j)(after)}`]),
        ];
        return { order, path, lines, bytes: sumBytes([(0,invisible/* showPath */.P)(path), ...lines]), word: wordOf(symbol) };
    });
    return {
        symbols: indexed,
        bytes: indexed.reduce((sum, { bytes }) => sum + bytes, 0),
        byPath: (0,group_by/* groupBy */.$)(indexed, ({ path }) => path),
        byWord: (0,group_by/* groupBy */.$)(indexed, ({ word }) => word),
    };
}
function sumBytes(lines) {
    return lines.reduce((sum, line) => sum + lineBytes(line), 0);
}
/** `Server.Serve` is called as `Serve`, and what has no name of its own by that of its file. */
function wordOf({ name, path }) {
    const word = name === 'default' ? path.slice(directoryOf(path).length).replace(/\..*$/, '') : name;
    return word.slice(Math.max(word.lastIndexOf('.'), word.lastIndexOf(':')) + 1).replace(/[?!=]$/, '');
}
/** All signatures from elsewhere where they fit, else those whose names occur in the chunk. */
function signaturesFor(index, { chunk, shown, cap }) {
    const isShown = new Set(shown);
    const known = shown.flatMap((path) => index.byPath.get(path) ?? []);
    const of = index.symbols.length - known.length;
    if (of === 0)
        return '';
    const bytes = index.bytes - known.reduce((sum, symbol) => sum + symbol.bytes, 0);
    const isElsewhere = ({ path }) => !isShown.has(path);
    const chosen = bytes <= cap ? index.symbols : symbolsNamedIn(chunk, index, { isElsewhere, cap });
    return drawSymbols(chosen.filter(isElsewhere), { cap, of });
}
function symbolsNamedIn(chunk, { byWord }, choice) {
    const chosen = new Set();
    let room = choice.cap;
    for (const word of wordsOf(chunk)) {
        for (const symbol of byWord.get(word) ?? []) {
            if (room < 0)
                break;
            if (chosen.has(symbol) || !choice.isElsewhere(symbol))
                continue;
            chosen.add(symbol);
            room -= sumBytes(symbol.lines);
        }
        if (room < 0)
            break;
    }
    return [...chosen].sort((a, b) => a.order - b.order);
}
/** Each once, in order. */
function wordsOf(chunk) {
    const words = new Set();
    for (const file of chunk.files) {
        for (const hunk of file.hunks) {
            for (const { text } of hunk.lines) {
                for (const [word] of text.matchAll(/[\w$\u0080-\uffff]+/g))
                    words.add(word);
            }
        }
    }
    return words;
}
/** The symbols under their paths, as many as fit, and how many more there are. */
function drawSymbols(symbols, { cap, of }) {
    const lines = [];
    let path;
    let shown = 0;
    let room = cap - NOTE_BYTES;
    for (const symbol of symbols) {
        const more = symbol.path === path ? symbol.lines : [(0,invisible/* showPath */.P)(symbol.path), ...symbol.lines];
        room -= sumBytes(more);
        if (room < 0)
            break;
        lines.push(...more);
        path = symbol.path;
        shown += 1;
    }
    // What was not even collected cannot be counted.
    const orMore = of >= MAX_CHANGED_SYMBOLS ? ' or' : '';
    if (shown < of)
        lines.push(`… ${of - shown}${orMore} more changed declarations`);
    return lines.join('\n');
}

// EXTERNAL MODULE: ./src/review/contender.ts
var review_contender = __webpack_require__(9766);
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

;// CONCATENATED MODULE: ./src/review/part.ts
/** The parts, from another one on for every reviewer, so that no part is always looked at last. */
function rotated(parts, turn) {
    const ofHunks = parts.filter(({ files }) => files.length > 0);
    const start = Math.floor((Math.max(0, turn.index) * ofHunks.length) / turn.of);
    return [...ofHunks.slice(start), ...ofHunks.slice(0, start), ...parts.filter(({ files }) => files.length === 0)];
}

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
;// CONCATENATED MODULE: ./src/review/file-affinity.ts

/** Folders that say how a project is laid out and nothing of what a file is about: `src/a/x.ts` and `test/a/x.test.ts`. */
const layoutFolders = new Set(['src', 'lib', 'source', 'main']);
const testFolders = new Set(['test', 'tests', '__tests__', 'spec', 'specs']);
/** `test_x.py`, `x_test.go`, `x-spec.js`, `XTest.java`; the part before the first dot. */
const testNames = [/^test[_-](.+)$/, /^(.+)[_-](?:tests?|spec)$/, /^(.*[\p{Ll}\p{N}])(?:Tests?|Spec)$/u];
const testEnding = /\.(?:tests?|spec)\./;
/**
 * The files in folders of units, ordered so that what belongs together is adjacent. The order of the input does not
 * matter.
 */
function groupByAffinity(files) {
    const places = joinTests(files.map(toPlace)).sort(comparePlaces);
    const folders = [];
    let last;
    for (const place of places) {
        const sameFolder = last?.folder === place.folder;
        if (!sameFolder)
            folders.push([]);
        if (sameFolder && last?.stem === place.stem)
            folders.at(-1)?.at(-1)?.push(place.file);
        else
            folders.at(-1)?.push([place.file]);
        last = place;
    }
    return folders;
}
function toPlace(file) {
    const segments = file.path.split('/');
    const name = segments.pop() ?? '';
    const folder = segments.filter((segment) => !layoutFolders.has(segment) && !testFolders.has(segment)).join('\0');
    const dot = name.indexOf('.', 1);
    const base = dot < 0 ? name : name.slice(0, dot);
    const tested = testNames.map((pattern) => pattern.exec(base)?.[1]).find((stem) => stem !== undefined);
    const isTest = tested !== undefined || testEnding.test(name) || segments.some((segment) => testFolders.has(segment));
    return { file, folder, stem: (tested ?? base).toLowerCase(), isTest };
}
/** A test in a tree of its own joins the one source of its stem, where there is exactly one in the change. */
function joinTests(places) {
    const folders = new Map();
    const sources = new Set();
    for (const { folder, stem, isTest } of places) {
        if (isTest)
            continue;
        sources.add(`${folder}\0\0${stem}`);
        folders.set(stem, folders.has(stem) && folders.get(stem) !== folder ? undefined : folder);
    }
    return places.map((place) => {
        if (!place.isTest || sources.has(`${place.folder}\0\0${place.stem}`))
            return place;
        const folder = folders.get(place.stem);
        return folder === undefined ? place : { ...place, folder };
    });
}
function comparePlaces(a, b) {
    return ((0,text_order/* compareText */.n)(a.folder, b.folder) ||
        (0,text_order/* compareText */.n)(a.stem, b.stem) ||
        Number(a.isTest) - Number(b.isTest) ||
        (0,text_order/* compareText */.n)(a.file.path, b.file.path));
}

// EXTERNAL MODULE: ./src/review/request.ts + 2 modules
var review_request = __webpack_require__(4869);
;// CONCATENATED MODULE: ./src/review/chunk.ts




/** `@@ ` and the line feed. */
const HUNK_HEADER_BYTES = 4;
/** `\ no newline at the end of the old file`. */
const MISSING_NEWLINE_BYTES = 40;
/** Around the path of a file: its mark, kind and line ends, and the empty line before the next one. */
const FILE_HEADER_BYTES = 40;
/** The words for a status and for modes that changed. */
const STATUS_BYTES = 40;
/** From here on a chunk is left as it is rather than tear a folder apart. */
const WELL_FILLED = 2 / 3;
/** Chunks that may still be filled up. */
const LOOK_BACK = 8;
/**
 * Splits a change into requests: whole hunks, each in exactly one chunk or in `tooLarge`, and what belongs together in
 * the same chunk where it fits. The order of the files does not matter. Linear but for one sort.
 */
function chunkDiff(files, limits = {}) {
    const packing = {
        limits: { changedLines: 400, tokens: 12_000, requestTokens: review_request/* REQUEST_TOKENS */.BI, ...limits },
        drafts: [],
    };
    const folders = groupByAffinity(files);
    for (const folder of folders)
        place(packing, toFolder(folder, packing.limits));
    const tooLarge = folders.flat(2).flatMap((file) => beyondRequest(file, packing.limits));
    return { chunks: packing.drafts.map(toChunk), tooLarge };
}
/**
 * Tokens of a rendered hunk at most, for ordinary text: a character that nobody sees, and a CR where line ends differ,
 * is rendered in up to twelve bytes and not looked for here.
 */
function estimateHunkTokens(hunk) {
    const { oldStart, oldLines, newStart, newLines } = hunk;
    // Each line begins with its number and a blank.
    const column = String(Math.max(oldStart + oldLines, newStart + newLines)).length + 1;
    const header = HUNK_HEADER_BYTES + Buffer.byteLength(hunk.section);
    const notes = (Number(hunk.oldMissingNewline) + Number(hunk.newMissingNewline)) * MISSING_NEWLINE_BYTES;
    return (0,review_request/* estimateTokensOfBytes */.lr)(hunk.bytes + (newLines + hunk.removed) * column + header + notes);
}
function estimateHeaderTokens(file) {
    const paths = Buffer.byteLength((0,invisible/* showPath */.P)(file.path)) + Buffer.byteLength((0,invisible/* showPath */.P)(file.oldPath ?? ''));
    const hasStatus = file.status !== 'modified' || file.oldMode !== file.newMode;
    return (0,review_request/* estimateTokensOfBytes */.lr)(paths + FILE_HEADER_BYTES + (hasStatus ? STATUS_BYTES : 0));
}
function toFolder(units, limits) {
    const parts = units.flatMap((unit) => {
        const files = unit.flatMap((file) => toFile(file, limits));
        return files.length === 0 ? [] : [{ kind: 'unit', parts: files, ...sumOf(files) }];
    });
    return { kind: 'folder', parts, ...sumOf(parts) };
}
function sumOf(sizes) {
    let changedLines = 0;
    let tokens = 0;
    for (const size of sizes) {
        changedLines += size.changedLines;
        tokens += size.tokens;
    }
    return { changedLines, tokens };
}
function sizeOf(hunk) {
    return { changedLines: hunk.added + hunk.removed, tokens: estimateHunkTokens(hunk) };
}
/** The file with the hunks that a request can hold; nothing where it holds none of them. */
function toFile(file, limits) {
    const headerTokens = estimateHeaderTokens(file);
    const hunks = file.hunks.filter((hunk) => headerTokens + estimateHunkTokens(hunk) <= limits.requestTokens);
    if (hunks.length === 0 && file.hunks.length > 0)
        return [];
    const { changedLines, tokens } = sumOf(hunks.map(sizeOf));
    return [{ kind: 'file', file, headerTokens, hunks, changedLines, tokens: tokens + headerTokens }];
}
function beyondRequest(file, limits) {
    const room = limits.requestTokens - estimateHeaderTokens(file);
    const hunks = file.hunks.filter((hunk) => estimateHunkTokens(hunk) > room);
    return hunks.length === 0 ? [] : [(0,diff/* withHunks */.yP)(file, hunks)];
}
function toChunk({ files, changedLines, tokens }) {
    return { files: files.map(({ file, hunks }) => (0,diff/* withHunks */.yP)(file, hunks)), changedLines, tokens };
}
/** Whole where it fits, else its parts one by one; a file is spread only when no chunk can hold it. */
function place(packing, group) {
    if (group.kind !== 'file' && group.parts.length === 0)
        return;
    const draft = draftFor(packing, group);
    if (draft !== undefined)
        addGroup(draft, group);
    else if (group.kind === 'file')
        spread(packing, group);
    else
        for (const part of group.parts)
            place(packing, part);
}
function draftFor(packing, group) {
    const { drafts, limits } = packing;
    const recent = drafts.slice(-LOOK_BACK).reverse();
    const open = recent.find((draft) => hasRoom(draft, group, limits));
    if (open !== undefined || !hasRoom(NOTHING, group, limits))
        return open;
    const newest = recent[0];
    const mayStart = newest === undefined || group.kind !== 'folder' || isWellFilled(newest, limits);
    return mayStart ? startDraft(packing) : undefined;
}
const NOTHING = { changedLines: 0, tokens: 0 };
function hasRoom(draft, more, limits) {
    return draft.changedLines + more.changedLines <= limits.changedLines && draft.tokens + more.tokens <= limits.tokens;
}
function isWellFilled(draft, limits) {
    return draft.changedLines >= limits.changedLines * WELL_FILLED || draft.tokens >= limits.tokens * WELL_FILLED;
}
function startDraft({ drafts }) {
    const draft = { files: [], changedLines: 0, tokens: 0 };
    drafts.push(draft);
    return draft;
}
function addGroup(draft, group) {
    if (group.kind === 'file')
        addFile(draft, group);
    else
        for (const part of group.parts)
            addGroup(draft, part);
}
function addFile(draft, { file, hunks, changedLines, tokens }) {
    draft.files.push({ file, hunks: [...hunks] });
    draft.changedLines += changedLines;
    draft.tokens += tokens;
}
/** Hunk by hunk and always into the newest chunk, so that the chunks keep the order of the file. */
function spread(packing, part) {
    const { file, headerTokens, hunks } = part;
    if (hunks.length === 0)
        addFile(startDraft(packing), part);
    for (const hunk of hunks) {
        const size = sizeOf(hunk);
        const newest = packing.drafts.at(-1);
        const last = newest?.files.at(-1);
        if (newest !== undefined && last?.file === file && hasRoom(newest, size, packing.limits)) {
            last.hunks.push(hunk);
            newest.changedLines += size.changedLines;
            newest.tokens += size.tokens;
            continue;
        }
        const first = { ...part, hunks: [hunk], ...size, tokens: size.tokens + headerTokens };
        const draft = newest !== undefined && hasRoom(newest, first, packing.limits) ? newest : startDraft(packing);
        addFile(draft, first);
    }
}

;// CONCATENATED MODULE: ./src/review/plan-parts.ts




/** What the prompt holds beside the diff, when instructions are of usual length. */
const FRAME_TOKENS = 20_000;
/** Of the map that goes with each part: 8 KB at most. */
const CHUNK_MAP_TOKENS = 2_800;
/** Divides the change into requests, each about whole hunks that belong together. */
function planParts(request) {
    const { files, subject, writer, limits, risk } = request;
    const { chunks, tooLarge } = chunkDiff(files, { requestTokens: review_request/* REQUEST_TOKENS */.BI - FRAME_TOKENS, ...limits });
    const left = tooLarge.map(gapOfTooLarge);
    const [only, ...others] = chunks;
    if (only === undefined)
        return { parts: [], left };
    if (others.length === 0 && subject === 'the change')
        return { parts: [wholeOf(only, writer)], left };
    const map = request.map();
    const frame = frameTokens(writer, shareOf('hunks', writer));
    const mapTokens = Math.min((0,review_request/* estimateTokens */.bP)(map.whole), CHUNK_MAP_TOKENS);
    const inOrder = byRisk(chunks, risk);
    const toPart = (chunk, index) => {
        const name = inOrder.length === 1 ? subject : `part ${index + 1} of ${inOrder.length}`;
        const share = () => ({ ...shareOf('hunks', writer), name, map: map.forChunk(chunk) });
        return {
            name,
            label: inOrder.length === 1 ? undefined : `${index + 1}/${inOrder.length}`,
            files: chunk.files,
            tokens: frame + mapTokens + chunk.tokens,
            prompt: () => writer.prompt(chunk.files, share()),
            followUpPrompt: (missing) => writer.followUpPrompt(missing, share()),
        };
    };
    const parts = inOrder.map(toPart);
    return { parts: others.length === 0 ? parts : [...parts, mapPart(map, writer)], left };
}
function wholeOf(chunk, writer) {
    return {
        name: 'the change',
        files: chunk.files,
        tokens: frameTokens(writer, undefined) + listTokens(chunk) + chunk.tokens,
        prompt: () => writer.prompt(chunk.files, undefined),
        followUpPrompt: (missing) => writer.followUpPrompt(missing, undefined),
    };
}
/** No part of the change shows what falls between the others. */
function mapPart(map, writer) {
    const empty = shareOf('map', writer);
    const share = { ...empty, map: map.whole };
    return {
        name: MAP_PART,
        label: 'map',
        files: [],
        tokens: frameTokens(writer, empty) + (0,review_request/* estimateTokens */.bP)(map.whole),
        prompt: () => writer.prompt([], share),
        followUpPrompt: () => writer.followUpPrompt([], share),
    };
}
/** What a request says beside files and map. One that cannot be written fails when it is asked, and is not judged here. */
function frameTokens(writer, share) {
    try {
        return (0,review_request/* estimateTokens */.bP)(writer.prompt([], share));
    }
    catch (error) {
        if (error instanceof errors/* ReviewerError */.Qh)
            return review_request/* REQUEST_TOKENS */.BI;
        throw error;
    }
}
/** A request for the whole change names the files before it shows their diff. */
function listTokens({ files }) {
    return (0,review_request/* estimateTokens */.bP)(files.map(({ path }) => (0,invisible/* showPath */.P)(path)).join('\n'));
}
const MAP_PART = 'the pass over callers and contracts';
function shareOf(kind, { templates }) {
    const template = kind === 'hunks' ? templates.part : templates.contracts;
    return { kind, template, name: MAP_PART, map: '' };
}
/** Chunks of equal risk stay in their order. */
function byRisk(chunks, risk) {
    return chunks
        .map((chunk) => ({ chunk, risk: chunk.files.reduce((most, { path }) => Math.max(most, risk(path)), 0) }))
        .toSorted((a, b) => b.risk - a.risk)
        .map(({ chunk }) => chunk);
}
function gapOfTooLarge({ hunks }) {
    const one = hunks.length === 1 ? 'one hunk is' : `${hunks.length} hunks are`;
    const reason = `${one} larger than one request can hold (about ${review_request/* REQUEST_TOKENS */.BI - FRAME_TOKENS} tokens); split the change, or leave the file out with paths-ignore on the base branch`;
    return { part: 'too large', hunks, code: 'CONTEXT_TOO_LONG', reason };
}

// EXTERNAL MODULE: ./src/review/plan-seats.ts
var plan_seats = __webpack_require__(6246);
// EXTERNAL MODULE: ./src/review/ask-parts.ts
var ask_parts = __webpack_require__(3762);
// EXTERNAL MODULE: ./src/review/coverage.ts
var coverage = __webpack_require__(4528);
// EXTERNAL MODULE: ./src/types/egress.ts
var egress = __webpack_require__(2434);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8439);
// EXTERNAL MODULE: ./src/types/finding.ts
var finding = __webpack_require__(6680);
;// CONCATENATED MODULE: ./src/review/parse-reply.ts


/** A reply bigger than this is no review. */
const MAX_REPLY_CHARACTERS = 4 * 1024 * 1024;
const parse_reply_MAX_DEPTH = 64;
/** Values in the whole reply. Far more than 500 findings need; each wrong one costs a schema problem of some 500 bytes. */
const MAX_VALUES = 100_000;
const PROBLEMS_NAMED = 5;
/** A problem may name the model's own keys. */
const PROBLEM_CHARACTERS = 300;
const MAX_FINDINGS = 500;
const RAW_KEPT = 2_000;
function parseReply(text) {
    if (text.length > MAX_REPLY_CHARACTERS)
        return unreadable('REPLY_NOT_JSON', `it is longer than ${MAX_REPLY_CHARACTERS} characters`);
    const trimmed = withoutFence(text.trim());
    const bomb = bombProblem(trimmed);
    if (bomb !== undefined)
        return unreadable('REPLY_NOT_JSON', bomb);
    let value;
    try {
        value = JSON.parse(trimmed);
    }
    catch {
        return unreadable('REPLY_NOT_JSON', 'it is not one JSON object');
    }
    const envelope = Envelope.safeParse(value);
    return envelope.success ? sortFindings(envelope.data) : unreadable('REPLY_NOT_FINDINGS', describe(envelope.error));
}
/** The reply with findings not yet looked at, so that one bad finding does not lose the others. */
const Envelope = schemas/* strictObject */.rej({ ...finding/* ReviewReply */.LQ.shape, findings: schemas/* array */.YOg(schemas/* unknown */.L5J()).max(MAX_FINDINGS) });
function sortFindings(envelope) {
    const findings = [];
    const rejected = [];
    for (const item of envelope.findings) {
        const checked = finding/* Finding */.wI.safeParse(item);
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
    const { $schema: _, ...schema } = json_schema_processors/* toJSONSchema */.bl(finding/* ReviewReply */.LQ, {
        target: 'draft-7',
        override: ({ jsonSchema }) => dropRefused(jsonSchema),
    });
    return schema;
}
/** zod writes the range of safe integers and what stands for a missing list; strict modes of providers refuse both. */
function dropRefused(schema) {
    delete schema.minimum;
    delete schema.maximum;
    delete schema.default;
}
/** Models wrap JSON in one Markdown fence often enough; that changes no content. */
function withoutFence(text) {
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
            if (++depth > parse_reply_MAX_DEPTH)
                return `it nests deeper than ${parse_reply_MAX_DEPTH} levels`;
        }
        else if (char === '}' || char === ']')
            depth--;
    }
    return undefined;
}
function describe(error) {
    const named = error.issues
        .slice(0, PROBLEMS_NAMED)
        .map((issue) => oneLine(`${issue.path.join('.') || 'the answer'}: ${issue.message}`));
    const more = error.issues.length - named.length;
    return `it does not fit the schema (${named.join('; ')}${more > 0 ? `; and ${more} more` : ''})`;
}
function oneLine(text) {
    const start = text.slice(0, PROBLEM_CHARACTERS).replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ');
    return text.length > PROBLEM_CHARACTERS ? `${start}…` : start;
}
function unreadable(code, problem) {
    return { kind: 'unreadable', code, problem };
}

;// CONCATENATED MODULE: ./src/review/session.ts




/** Takes the reviewer to work in the cell, which the session closes. */
async function openSession(cell, start) {
    const session = new CellSession(cell, start);
    try {
        await session.prepare();
    }
    catch (error) {
        await session.close();
        throw error;
    }
    return session;
}
class CellSession {
    #cell;
    #start;
    #io;
    #schema = replySchema();
    #ownSandbox = 'off';
    /** Commands of the model that were started. */
    #commands = 0;
    /** Tells the lines of several sessions apart in the log. */
    #label = '';
    constructor(cell, start) {
        this.#cell = cell;
        this.#start = start;
        this.#io = {
            endpoint: cell.endpoint,
            tool: start.tool,
            run: (command) => cell.run(command),
            onEvent: (event) => {
                if (event.kind === 'command')
                    this.#commands += 1;
                logEvent(start.log, event, this.#label);
            },
        };
        start.progress.isolation = cell.level;
        start.progress.preflight = cell.preflight;
    }
    async prepare() {
        this.#ownSandbox = await this.#start.seat.reviewer.tryOwnSandbox(this.#toRequest(''), this.#io);
    }
    async review(part) {
        const attempt = { filesRead: new Set(), rejected: [] };
        this.#label = part.label === undefined ? '' : `[${part.label}] `;
        try {
            const reply = await this.#ask(part.prompt(), attempt);
            if (attempt.filesRead.size === 0)
                throw new errors/* ReviewerError */.Qh('NOTHING_READ', NOTHING_READ);
            return { kind: 'reviewed', reply: await this.#followUp(part, reply, attempt), rejected: attempt.rejected };
        }
        catch (error) {
            return { kind: 'failed', error: toFailure(error, this.#start.asking.signal), rejected: attempt.rejected };
        }
    }
    async close() {
        const { progress } = this.#start;
        try {
            progress.usage = addUsage(progress.usage, this.#cell.usage());
            progress.egress = addEgress(progress.egress, await this.#cell.egress());
        }
        finally {
            await this.#cell.close();
        }
    }
    /** One question and, where its answer cannot be read, exactly one repair turn. */
    async #ask(prompt, attempt) {
        const first = await this.#send(prompt, attempt);
        const parsed = parseReply(first.text);
        if (parsed.kind === 'reply' && parsed.unreadable.length === 0)
            return parsed.reply;
        const problem = parsed.kind === 'reply' ? (parsed.unreadable[0]?.reason ?? '') : parsed.problem;
        this.#start.log.warning(`The answer could not be accepted: ${problem}. Asking once more for the same content.`);
        const second = await this.#send(this.#start.asking.repairPrompt(problem, first.text), attempt);
        return this.#acceptRepaired(parseReply(second.text), first, attempt);
    }
    #acceptRepaired(repaired, first, { rejected }) {
        const reviewer = this.#start.seat.reviewer.id;
        if (repaired.kind === 'reply') {
            rejected.push(...repaired.unreadable.map((item) => ({ reviewer, ...item })));
            return repaired.reply;
        }
        rejected.push({ reviewer, reason: repaired.problem, raw: first.text.slice(0, session_RAW_KEPT) });
        const message = `The answer could not be read, also after one repair turn: ${repaired.problem}.`;
        throw new errors/* ReviewerError */.Qh('REPLY_NOT_FINDINGS', message);
    }
    /** A changed file that the answer does not name gets one more turn; after that it counts as unreviewed. */
    async #followUp(part, reply, attempt) {
        const { log } = this.#start;
        const missing = (0,coverage/* filesNotReviewed */.iU)(part.files, reply.filesReviewed);
        if (missing.length === 0)
            return reply;
        const were = missing.length === 1 ? ' was' : 's were';
        log.info(`${missing.length} changed file${were} not named as reviewed; asking once more.`);
        try {
            return joinReplies(reply, await this.#ask(part.followUpPrompt(missing), attempt));
        }
        catch (error) {
            if (!(error instanceof errors/* ReviewerError */.Qh))
                throw error;
            // The first answer stands; the files stay unreviewed, and coverage says so.
            log.warning(`The follow-up failed: ${error.code}: ${error.message}`);
            return reply;
        }
    }
    async #send(prompt, { filesRead }) {
        const { seat, progress } = this.#start;
        const reply = await seat.reviewer.review(this.#toRequest(prompt), this.#io).catch(async (error) => {
            throw await this.#explain(error);
        });
        progress.turns += reply.turns;
        progress.model = reply.model;
        for (const path of reply.filesRead) {
            filesRead.add(path);
            progress.filesRead.add(path);
        }
        return reply;
    }
    /**
     * The key proxy saw what the provider answered; a CLI only repeats it in its own words. An outage that the proxy saw
     * nothing of, or that commands of the model could have provoked because they reach the proxy, is none.
     */
    async #explain(error) {
        if (!(error instanceof errors/* ReviewerError */.Qh) || this.#start.asking.signal.aborted)
            return error;
        await this.#cell.settled();
        const failure = this.#cell.failure();
        const { code, message } = failure ?? error;
        const reachable = this.#cell.level !== 'in-process' && this.#ownSandbox === 'off' && this.#commands > 0;
        const provokable = failure === undefined || reachable;
        if (errors/* providerOutages */.o$.has(code) && provokable) {
            const doubt = `${message} (${code}, but the change under review could have caused it.)`;
            return new errors/* ReviewerError */.Qh('EXITED', doubt, { cause: error });
        }
        return failure === undefined ? error : new errors/* ReviewerError */.Qh(code, message, { cause: error });
    }
    #toRequest(prompt) {
        const { asking, seat } = this.#start;
        return {
            prompt,
            outputSchema: this.#schema,
            snapshot: asking.snapshot,
            scratch: this.#cell.makeScratch(),
            model: seat.model,
            effort: asking.effort,
            ownSandbox: this.#ownSandbox,
            signal: asking.signal,
        };
    }
}
const session_RAW_KEPT = 2_000;
const NOTHING_READ = 'The reviewer answered without having read a single file of the snapshot, so its answer is no review. Run again; if it stays, try another model.';
/** Whatever breaks off because the time is over is no bug; everything else that is no ReviewerError is one, and thrown. */
function toFailure(error, signal) {
    if (error instanceof errors/* ReviewerError */.Qh)
        return error;
    if (!signal.aborted)
        throw error;
    const message = 'The time of the run was over, or the job was cancelled. Raise timeout-minutes, or run again.';
    return new errors/* ReviewerError */.Qh('TIMED_OUT', message, { cause: error });
}
function joinReplies(first, second) {
    return {
        findings: [...first.findings, ...second.findings],
        filesReviewed: [...first.filesReviewed, ...second.filesReviewed],
        notVerified: [...first.notVerified, ...second.notVerified],
    };
}
function addUsage(sum, more) {
    return {
        inputTokens: sum.inputTokens + more.inputTokens,
        cachedInputTokens: sum.cachedInputTokens + more.cachedInputTokens,
        outputTokens: sum.outputTokens + more.outputTokens,
        requests: sum.requests === null && more.requests === null ? null : (sum.requests ?? 0) + (more.requests ?? 0),
    };
}
function addEgress(sum, more) {
    if (sum === undefined)
        return more;
    return {
        traffic: (0,egress/* addTraffic */.b5)(sum.traffic, more.traffic),
        files: [...new Set([...sum.files, ...more.files])],
        filesComplete: sum.filesComplete && more.filesComplete,
    };
}
function logEvent(log, event, label) {
    switch (event.kind) {
        case 'command': {
            const exit = event.exitCode === null || event.exitCode === 0 ? '' : `  (exit ${event.exitCode})`;
            log.info(`${label}$ ${event.command}${exit}`);
            return;
        }
        case 'read':
            log.info(`${label}read ${event.path}`);
            return;
        case 'message':
            log.debug(`${label}${event.text}`);
            return;
        case 'warning':
            log.warning(`${label}${event.text}`);
            return;
    }
}

// EXTERNAL MODULE: ./src/review/some-of.ts
var some_of = __webpack_require__(6402);
;// CONCATENATED MODULE: ./src/review/run.ts





const NO_USAGE = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, requests: null };
/** One reviewer's review of the whole change. A failure of the provider or the CLI is a value; anything else is a bug and throws. */
async function runReview(seat, task, ports) {
    const started = ports.now();
    const progress = {
        usage: NO_USAGE,
        filesRead: new Set(),
        model: seat.model,
        cliVersion: null,
        preflight: [],
        isolation: 'none',
        turns: 0,
        egress: undefined,
        rejected: [],
    };
    const facts = () => {
        const { filesRead, ...known } = progress;
        const durationMs = Math.round(ports.now() - started);
        return { id: seat.reviewer.id, family: seat.family, ...known, filesRead: [...filesRead], durationMs };
    };
    return ports.log.group(`Review by ${seat.reviewer.id} (${seat.model})`, async () => {
        try {
            const review = await reviewParts({ seat, task, ports, progress });
            logUsage(ports.log, progress);
            return { ...facts(), status: 'completed', ...review };
        }
        catch (error) {
            const failure = toFailure(error, task.signal);
            ports.log.warning(`${seat.reviewer.id}: ${failure.code}: ${failure.message}`);
            return { ...facts(), status: 'failed', error: failure };
        }
    });
}
async function reviewParts({ seat, task, ports, progress }) {
    const { isolation, signal } = task;
    if (typeof isolation === 'object')
        throw new errors/* ReviewerError */.Qh('SANDBOX_UNAVAILABLE', isolation.refused);
    if (task.parts.length === 0)
        throw nothingToAsk(task);
    const budget = task.budget();
    ports.requireCredential(seat.reviewer);
    const { reviewer, model } = seat;
    const tool = await ports.install(reviewer);
    progress.cliVersion = tool?.version ?? null;
    const { log } = ports;
    // One and the same for all cells: what they send is compared with the snapshot once.
    const request = { reviewer, model, tool, isolation, budget, signal, parts: task.parts.length };
    const outcomes = await (0,ask_parts/* askParts */.M)({
        parts: task.parts,
        lanes: task.lanes,
        open: async () => {
            const cell = await ports.openCell(request);
            return openSession(cell, { seat, asking: task, log, progress, tool });
        },
        onStart: (part, attempt) => logStart(task, part, { attempt, log }),
        onFailure: (part, error, then) => log.warning(`${part.name}: ${error.code}: ${error.message} (${then})`),
    });
    return run_join(task, outcomes, progress);
}
/** Each hunk alone is larger than what a request holds. */
function nothingToAsk({ left: [gap] }) {
    return new errors/* ReviewerError */.Qh('CONTEXT_TOO_LONG', gap?.reason ?? 'No request can hold any of the change.');
}
/** Throws the failure where no part was reviewed: then there is nothing to keep, and another reviewer may take over. */
function run_join(task, outcomes, progress) {
    progress.rejected = [...outcomes.values()].flatMap(({ rejected }) => rejected);
    const reviewed = [...outcomes.values()].flatMap((outcome) => (outcome.kind === 'reviewed' ? [outcome.reply] : []));
    const failures = [...outcomes.values()].flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.error] : []));
    if (reviewed.length === 0)
        throw failures[0] ?? new Error('No part of the change was asked about');
    const { covered, gaps } = (0,coverage/* ledgerOf */.Xr)(task.parts, outcomes);
    return {
        findings: reviewed.flatMap(({ findings }) => findings),
        filesReviewed: [...new Set(reviewed.flatMap(({ filesReviewed }) => filesReviewed))],
        notVerified: reviewed.flatMap(({ notVerified }) => notVerified),
        covered,
        gaps: [...gaps, ...task.left],
    };
}
const PATHS_LOGGED = 3;
function logStart({ parts }, { name, files }, { attempt, log }) {
    if (parts.length === 1)
        return;
    const paths = files.map(({ path }) => path);
    const what = paths.length === 0 ? '' : `: ${(0,some_of/* someOf */.y)(paths, PATHS_LOGGED)}`;
    log.info(`Asking about ${name}${attempt === 'again' ? ' once more' : ''}${what}`);
}
function logUsage(log, { usage, filesRead }) {
    log.info(`${filesRead.size} files read; ${usage.requests ?? 0} requests, ${usage.inputTokens} tokens in (${usage.cachedInputTokens} cached), ${usage.outputTokens} out`);
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

// EXTERNAL MODULE: ./src/diff/path-text.ts
var path_text = __webpack_require__(1018);
// EXTERNAL MODULE: ./src/snapshot/agent-config.ts
var agent_config = __webpack_require__(3292);
;// CONCATENATED MODULE: ./src/snapshot/unsafe-path.ts

/** NAME_MAX of the file systems in use, in bytes. */
const MAX_COMPONENT_BYTES = 255;
/** PATH_MAX is 4096 on Linux; half of it leaves room for the snapshot's own directory. */
const MAX_PATH_BYTES = 2048;
/** Directories of the snapshot that are ours: a file of the repository cannot pass for one that we put there. */
const CONFIG_DIRECTORY = '__untrusted_config__';
const PATHS_DIRECTORY = '__untrusted_paths__';
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;
/** The 8.3 names that NTFS gives to `.git`. */
const shortGitName = /^git~[0-9]+$/;
const driveLetter = /^[a-zA-Z]:/;
/** Whether a path must not be written under its own name on some file system, or could be taken for `.git`. */
function isUnsafePath(path) {
    if (Buffer.byteLength(path) > MAX_PATH_BYTES || driveLetter.test(path))
        return true;
    const components = path.split('/');
    const first = (0,agent_config/* foldName */.zN)(components[0] ?? '');
    return first === CONFIG_DIRECTORY || first === PATHS_DIRECTORY || components.some(isUnsafeComponent);
}
function isUnsafeComponent(component) {
    if (component === '' || Buffer.byteLength(component) > MAX_COMPONENT_BYTES)
        return true;
    if (component.includes('\\') || control.test(component))
        return true;
    // Covers `.` and `..` too.
    if (component.endsWith('.') || component.endsWith(' '))
        return true;
    const folded = (0,agent_config/* foldComponent */.ZS)(component);
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
    if ((0,agent_config/* isAgentConfig */.Cg)(entry.path) || repositories.has(entry.path)) {
        return { path: `${CONFIG_DIRECTORY}/${(0,agent_config/* inertPath */.Qr)(entry.path)}`, plain: false, reason: link ?? 'agent-config' };
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
        addPrefixes(present, (0,agent_config/* foldName */.zN)(path));
    const isRepository = (directory) => present.has(`${directory}commondir`) || (present.has(`${directory}objects`) && present.has(`${directory}refs`));
    const found = entries.filter(({ path }) => {
        const folded = (0,agent_config/* foldName */.zN)(path);
        const slash = folded.lastIndexOf('/') + 1;
        const name = folded.slice(slash);
        const directory = folded.slice(0, slash);
        return (name === 'head' || name === 'config') && present.has(`${directory}head`) && isRepository(directory);
    });
    return new Set(found.map(({ path }) => path));
}
/** What leads to a directory that is there is there as well. */
function addPrefixes(present, path) {
    if (path.length <= MAX_PATH_BYTES && present.has(parentOf(path)))
        present.add(path);
    else
        for (const prefix of prefixesOf(path))
            present.add(prefix);
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
    // A directory in use has no file on the way to it.
    const isInUse = (folded) => directories.has(parentOf(folded));
    const isBelowFile = (folded) => !isInUse(folded) && parentsOf(folded).some((directory) => files.has(directory));
    const reserve = (path) => {
        const folded = (0,agent_config/* foldName */.zN)(path);
        files.add(folded);
        if (!isInUse(folded))
            for (const directory of parentsOf(folded))
                directories.add(directory);
        return path;
    };
    // Nothing else is ever placed in this directory, so the next number is always free.
    const takeNumbered = () => reserve(`${PATHS_DIRECTORY}/${nextNumber(PATHS_DIRECTORY)}.txt`);
    const take = (wish) => {
        if (isBelowFile((0,agent_config/* foldName */.zN)(wish)))
            return takeNumbered();
        let candidate = wish;
        while (files.has((0,agent_config/* foldName */.zN)(candidate)) || directories.has((0,agent_config/* foldName */.zN)(candidate))) {
            candidate = `${wish}.${nextNumber((0,agent_config/* foldName */.zN)(wish)) + 1}`;
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
/** Empty at the top. */
function parentOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
function parentsOf(path) {
    return prefixesOf(path).slice(0, -1);
}
function isTooLong(path) {
    return path.split('/').some((component) => Buffer.byteLength(component) > MAX_COMPONENT_BYTES);
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
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
    const path = (0,path_text/* decodePath */.q)(name);
    return { path, utf8, kind: kindOf(mode, type), id, size: /^[0-9]+$/.test(size) ? Number(size) : undefined };
}
function kindOf(mode, type) {
    if (type === 'commit')
        return 'submodule';
    return mode === '120000' ? 'symlink' : 'file';
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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
const MAX_FILE_BYTES = 20 * 1024 * 1024;
const MAX_TOTAL_BYTES = 2 * 1024 * 1024 * 1024;
const MAX_FILES = 500_000;
/** Content held in memory at once. */
const MAX_BATCH_BYTES = 32 * 1024 * 1024;
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
    const { accepted, skipped } = choose(await readTreeEntries(git, head), options);
    const writer = createSnapshotDirectory(directory);
    const neutralised = [];
    for (const batch of inBatches(accepted, options.maxBatchBytes ?? MAX_BATCH_BYTES)) {
        neutralised.push(...writeBatch(batch, await readBlobs(git, batch), writer));
    }
    return { directory, fileCount: accepted.length, neutralised, skipped };
}
function choose(entries, options) {
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
    return { maxFileBytes: options.maxFileBytes ?? MAX_FILE_BYTES, take };
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
async function readBlobs(git, files) {
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
        const target = entry.kind === 'symlink' ? (0,path_text/* decodePath */.q)(content.subarray(0, MAX_TARGET_BYTES)) : undefined;
        return [{ path: entry.path, snapshotPath, reason, target }];
    });
}

;// CONCATENATED MODULE: ./src/panel.ts


















/** Nothing could be or had to be asked. */
const nobodyAsked = {
    ...{ reviews: [], seats: [], family: { kind: 'met', sentence: '' }, sufficient: () => true },
    ...{ reused: null, increment: null, notes: [], remember: undefined },
};
/** What a reviewer may be told; with other texts, another review. */
const templateNames = ['review', 'part', 'contracts', 'follow-up', 'repair'];
/** Chooses the reviewers and has them review, or gives back what they said of the same content before. */
async function reviewChange(material, request, host) {
    const { selection, rules, isolation } = chooseSeats(material, request, host);
    for (const { id, why } of selection.passedOver)
        host.log.info(`${id} does not review: it ${why}.`);
    if (selection.kind === 'nobody')
        return { ...nobodyAsked, family: { kind: 'unmet', sentence: selection.reason, because: 'wrong-families' } };
    const { change, policy, diff } = material;
    (0,policy_rules/* checkMinAgreement */.DQ)(policy, { paths: (0,omit/* touchedPaths */.Pq)(diff.files), seats: selection.seats.length });
    const opened = request.replayed
        ? Promise.resolve(undefined)
        : openRecords(material, selection.seats, { request, host });
    const [snapshot, records] = await (0,in_order/* inOrder */.a)([
        materialize(host.commits.git, change.head, host.snapshotDirectory),
        opened,
    ]);
    host.log.info(`Snapshot of ${snapshot.fileCount} files; ${snapshot.neutralised.length} neutralised.`);
    const recalled = await records?.recall();
    const setting = { material, snapshot, rules, isolation };
    if (recalled !== undefined)
        return { ...toPanel(recalled.seats, setting), reused: recalled.reused };
    const earlier = await records?.recallEarlier();
    for (const note of earlier?.notes ?? [])
        host.log.info(note);
    const seats = await fill(selection, { ...setting, earlier }, { request, host });
    return {
        ...toPanel(seats, setting),
        increment: earlier?.kind === 'found' ? earlier.report : null,
        notes: earlier?.notes ?? [],
        remember: records === undefined ? undefined : () => records.remember(seats),
    };
}
/** What was recorded of this change by reviews of these reviewers. */
function openRecords(material, seats, { request, host }) {
    const templates = templateNames.map((name) => host.prompt(name));
    return openRecordedReviews({ material, seats, request, host, templates });
}
/** Who reviews, as the policy and what this machine has decide. */
function chooseSeats({ change, policy, authorship, diff }, request, host) {
    const isolation = demandIsolation({
        mode: policy.isolation,
        fork: change.pullRequest?.fork ?? false,
        replayed: request.replayed,
    });
    const rules = toSeatRules(policy, (0,omit/* touchedPaths */.Pq)(diff.files));
    const selection = (0,plan_seats/* planSeats */.m)({ authorship, rules, contender: makeContender(policy, host, isolation) });
    return { selection, rules, isolation };
}
/** Requests of a run at the same time. A CLI at work holds some 250 MB. */
const LANES = 4;
async function fill(selection, setting, { request, host }) {
    const { material, rules, earlier } = setting;
    const seats = selection.seats.length;
    const plan = (work) => (0,budget/* planBudget */.rS)(request.maxTokens, seats, work);
    const usual = plan(planWork(setting, host));
    logPlan(usual, host);
    const shared = (0,budget/* makeTokenBudget */.L7)(usual.max);
    const review = async (one) => {
        const held = earlier?.kind === 'found' ? earlier.of(one) : undefined;
        if (held !== undefined && usual.all.length === 0)
            return { ...held.alone, gaps: usual.left };
        // Whoever takes over an empty seat has no earlier review to build on.
        const its = earlier?.kind === 'found' && held === undefined ? plan(planWork({ ...setting, earlier: undefined }, host)) : usual;
        const turn = { index: selection.seats.indexOf(one), of: seats };
        const task = {
            ...toAsking(setting, host),
            isolation: setting.isolation,
            parts: its.left.length > 0 ? its.parts : rotated(its.parts, turn),
            left: its.left,
            lanes: Math.max(1, Math.floor(LANES / seats)),
            budget: () => {
                (0,budget/* requireBudget */.RY)(its.max, its.all[0]?.tokens ?? 0);
                return its === usual || request.maxTokens !== 'auto' ? shared : (0,budget/* makeTokenBudget */.L7)(its.max);
            },
        };
        const result = await runReview(toFilledSeat(one, host), task, host.review);
        return held === undefined || result.status === 'failed' ? result : held.with(result);
    };
    return fillSeats({
        ...{ authorship: material.authorship, rules, seats: selection.seats, reserve: selection.reserve },
        run: review,
        onFailover: ({ contender: failed, result }, next) => host.log.warning(`${failed.id} failed (${panel_codeOf(result)}); ${next.id} takes its place.`),
    });
}
/** What is asked about: the change, or what of it changed since the last review; the riskiest first, as the config declares it. */
function planWork({ material, snapshot, earlier }, host) {
    const { diff, policy } = material;
    return planParts({
        files: earlier?.kind === 'found' ? earlier.send : diff.files,
        subject: earlier?.kind === 'found' ? 'what changed since the last review' : 'the change',
        writer: makeWriter(material, snapshot, host),
        risk: (path) => (0,policy_rules/* declaredRisk */.YF)(policy, path),
        map: () => drawChangeMap(diff.files, changedExports(diff.files)),
    });
}
/** Said before the first request. */
function logPlan({ parts, left, all }, { log }) {
    if (parts.length > 1)
        log.info(`The change is reviewed in ${parts.length} requests to each reviewer, several at once.`);
    for (const reason of new Set(left.map((gap) => gap.reason)))
        log.warning(`${reason}.`);
    const paths = [...new Set(all.slice(parts.length).flatMap(({ files }) => files.map(({ path }) => path)))];
    if (paths.length > 0)
        log.warning(`Not reviewed will be: ${(0,some_of/* someOf */.y)(paths, panel_PATHS_LOGGED)}.`);
}
const panel_PATHS_LOGGED = 20;
function toSeatRules(policy, paths) {
    const { fallbackReviewers, familyPolicy, allowedFamilies } = policy;
    return { ...(0,policy_rules/* reviewersFor */.E6)(policy, paths), fallbackReviewers, familyPolicy, allowedFamilies };
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
function panel_codeOf(result) {
    return result.status === 'failed' ? result.error.code : result.status;
}
function toPanel(seats, { material, snapshot }) {
    const { authorship, policy } = material;
    const outcomes = seats.map(({ last: { contender, result } }) => ({
        id: contender.id,
        family: (0,review_contender/* answeredFamily */.AU)(contender, result.model, policy.models),
        status: result.status,
        result,
    }));
    const verdictOf = (some) => (0,family_policy/* familyVerdict */.ES)(authorship, some, policy.familyPolicy);
    const family = verdictOf(outcomes);
    const runs = seats.flatMap(({ failed, last }) => [...failed, last]);
    return {
        reviews: runs.map(({ result }) => ({ result, snapshot })),
        seats: seats.map(({ last }) => last.result),
        family,
        sufficient: (reviews) => family.kind === 'unmet' ||
            verdictOf(outcomes.filter(({ result }) => reviews.includes(result))).kind === family.kind,
        ...{ reused: null, increment: null, notes: [], remember: undefined },
    };
}
function makeWriter({ change, policy, diff }, snapshot, host) {
    const told = { ...policy, instructions: (0,policy_rules/* instructionsFor */.t9)(policy, (0,omit/* touchedPaths */.Pq)(diff.files)) };
    const parts = { template: host.prompt('review'), change, omitted: diff.omitted, policy: told, snapshot };
    return {
        templates: { part: host.prompt('part'), contracts: host.prompt('contracts') },
        prompt: (files, share) => (0,review_request/* writeReviewPrompt */.Au)({ ...parts, files, share, nonce: host.nonce() }),
        followUpPrompt: (files, share) => (0,review_request/* writeFollowUpPrompt */.kg)(host.prompt('follow-up'), { ...parts, files, share, nonce: host.nonce() }),
    };
}
function toAsking({ material, snapshot }, host) {
    return {
        snapshot: snapshot.directory,
        effort: material.policy.effort,
        signal: host.signal,
        repairPrompt: (problem, reply) => (0,review_request/* writeRepairPrompt */.ZZ)(host.prompt('repair'), { problem, reply, nonce: host.nonce() }),
    };
}


/***/ }),

/***/ 7718:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPipeline: () => (/* binding */ runPipeline)
});

// EXTERNAL MODULE: ./src/types/group-by.ts
var group_by = __webpack_require__(9422);
;// CONCATENATED MODULE: ./src/baseline/moved-lines.ts

/**
 * Which of the removed and added lines of a file only moved. Lines that stand once on each side are the same, and so are
 * equal lines next to them (Heckel 1978); what is left is the same where at least as many went as came. Of a copy of
 * moved lines the one with other neighbours is thus told from the one that moved.
 */
function movedLines(removed, added) {
    const moved = { old: new Map(), new: new Map() };
    const pair = (old, now) => {
        const text = removed.get(old);
        if (text === undefined || text !== added.get(now) || moved.old.has(old) || moved.new.has(now))
            return false;
        moved.old.set(old, now);
        moved.new.set(now, old);
        return true;
    };
    const [gone, come] = [numbersByText(removed), numbersByText(added)];
    for (const [text, [old, ...others]] of gone) {
        const [now, ...copies] = come.get(text) ?? [];
        if (others.length > 0 || copies.length > 0 || old === undefined || now === undefined || text === '')
            continue;
        pair(old, now);
        for (let step = 1; pair(old + step, now + step); step += 1)
            ;
        for (let step = 1; pair(old - step, now - step); step += 1)
            ;
    }
    for (const [text, numbers] of come) {
        const left = numbers.filter((number) => !moved.new.has(number));
        const before = (gone.get(text) ?? []).filter((number) => !moved.old.has(number));
        if (left.length > before.length)
            continue;
        for (const [index, now] of left.entries())
            pair(before[index] ?? 0, now);
    }
    return moved;
}
function numbersByText(lines) {
    const numbers = new Map();
    for (const [number, text] of lines)
        (0,group_by/* addTo */.D)(numbers, text, number);
    return numbers;
}

;// CONCATENATED MODULE: ./src/baseline/new-code.ts

/** Tells of a finding what the change did to the code that it is about. Blank lines and brackets tell nothing. */
function codeAgeIn(files) {
    const fileAt = new Map([
        ...files.map((file) => [`old ${file.oldPath ?? file.path}`, file]),
        ...files.map((file) => [`new ${file.path}`, file]),
    ]);
    // Only of files that somebody found something in: a change may have millions of lines.
    const known = new Map();
    return (found) => {
        const { side, path } = found.finding;
        const file = fileAt.get(`${side} ${path}`);
        if (file === undefined)
            return 'old';
        if (hasUnknownLines(file))
            return 'new';
        const sides = known.get(file) ?? sidesOf(file);
        known.set(file, sides);
        return ageOf(found, sides[side]);
    };
}
function sidesOf(file) {
    const { added, removed, blocks } = linesOf(file);
    const moved = movedLines(removed, added);
    const isInPlace = (old, now) => blocks.new.get(now) === blocks.old.get(old);
    return {
        old: { changed: removed, moved: moved.old, others: new Set(added.values()), isInPlace },
        new: {
            ...{ changed: added, moved: moved.new, others: new Set(removed.values()) },
            isInPlace: (now, old) => isInPlace(old, now),
        },
    };
}
/** No quote is as long. */
const MAX_LINES = 1_000;
/** A line whose like was on the other side counts where it is what the finding is known by: such lines stand anywhere. */
function ageOf({ region, text, anchor }, side) {
    const { changed, moved, others, isInPlace } = side;
    const anyLine = !isTelling(text);
    const end = Math.min(region.endLine, region.startLine + MAX_LINES);
    let age = 'old';
    for (let line = region.startLine; line <= end; line += 1) {
        const changedText = changed.get(line);
        if (changedText === undefined || !(anyLine || isTelling(changedText)))
            continue;
        const other = moved.get(line);
        if (other === undefined && (!others.has(changedText) || changedText === anchor.line))
            return 'new';
        if (other !== undefined && !isInPlace(line, other) && !isCarried(region, other - line, side))
            age = 'moved';
    }
    return age;
}
/** As many lines beyond its own must go the same way: with fewer, one was removed and its like was written elsewhere. */
const CARRIED_LINES = 5;
function isCarried({ startLine, endLine }, shift, { moved }) {
    let count = 0;
    for (let line = startLine - 1; count < CARRIED_LINES && moved.get(line) === line + shift; line -= 1)
        count += 1;
    for (let line = endLine + 1; count < CARRIED_LINES && moved.get(line) === line + shift; line += 1)
        count += 1;
    return count >= CARRIED_LINES;
}
/** Nobody knows which lines changed: all of them might have. */
function hasUnknownLines({ status, hunks, oldBlob, newBlob, oldMode, newMode }) {
    return status === 'added' || (hunks.length === 0 && (oldBlob !== newBlob || oldMode !== newMode));
}
function linesOf({ hunks }) {
    const [added, removed] = [new Map(), new Map()];
    const blocks = { old: new Map(), new: new Map() };
    let block = 0;
    for (const line of hunks.flatMap((hunk) => hunk.lines)) {
        if (line.kind === 'context')
            block += 1;
        else if (line.kind === 'added') {
            added.set(line.newLine, bare(line.text));
            blocks.new.set(line.newLine, block);
        }
        else {
            removed.set(line.oldLine, bare(line.text));
            blocks.old.set(line.oldLine, block);
        }
    }
    return { added, removed, blocks };
}
function isTelling(text) {
    return /[\p{L}\p{N}]/u.test(text);
}
const MAX_CHARACTERS = 2_000;
/** The same line after a formatter, as an anchor has it. What is beyond the limit is compared as it is. */
function bare(line) {
    const rest = line.slice(MAX_CHARACTERS);
    const start = line.slice(0, MAX_CHARACTERS).replace(/\s+/g, '').replaceAll(/['`]/g, '"').replace(/[;,]$/, '');
    return rest === '' ? start : start + rest;
}

// EXTERNAL MODULE: ./src/baseline/track.ts + 10 modules
var track = __webpack_require__(9411);
// EXTERNAL MODULE: ./src/types/result.ts
var types_result = __webpack_require__(8020);
// EXTERNAL MODULE: ./src/types/rule.ts
var rule = __webpack_require__(5747);
// EXTERNAL MODULE: ./src/consensus/match.ts + 15 modules
var match = __webpack_require__(1389);
;// CONCATENATED MODULE: ./src/consensus/split-places.ts

/**
 * The same code proven at several places is as many defects, though everything that is said of them is the same. Whoever
 * quotes something else goes to the place that is nearest.
 */
function splitPlaces(group, isPlaced) {
    const places = repeatedPlaces(group.filter(isPlaced));
    if (places.length < 2)
        return [group];
    return [...(0,group_by/* groupBy */.$)(group, (found) => nearest(places, found)).values()];
}
/** The places of the text that stands at the most of them; fewer than two where none repeats. */
function repeatedPlaces(placed) {
    const byText = new Map();
    for (const { finding, region, text } of placed.toSorted((a, b) => a.region.startLine - b.region.startLine)) {
        const file = fileOf(finding);
        const key = JSON.stringify([file, text.replace(/\s+/g, ' ').trim()]);
        const places = byText.get(key) ?? [];
        byText.set(key, places);
        const last = places.at(-1);
        if (last !== undefined && region.startLine <= last.endLine)
            last.endLine = Math.max(last.endLine, region.endLine);
        else
            places.push({ file, ...region });
    }
    return [...byText.values()].reduce((most, one) => (one.length > most.length ? one : most), []);
}
function nearest(places, { finding, region }) {
    const [first] = places;
    if (first === undefined)
        throw new Error('There is no place to choose from');
    if (first.file !== fileOf(finding))
        return first;
    // In the order of lines: the last that begins at or before it, or the next where that is nearer.
    let [low, high] = [0, places.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((places[middle]?.startLine ?? 0) <= region.startLine)
            low = middle + 1;
        else
            high = middle;
    }
    const [below, above] = [places[low - 1], places[low]];
    if (below === undefined || above === undefined)
        return below ?? above ?? first;
    return above.startLine - region.endLine < region.startLine - below.endLine ? above : below;
}
function fileOf({ path, side }) {
    return JSON.stringify([path, side]);
}

;// CONCATENATED MODULE: ./src/consensus/agree.ts




/** Of one issue; nobody reads more, and a reviewer that repeats itself cannot fill the report. */
const MAX_WORDINGS = 50;
/** One result for each issue, what reviewers found before what our own code alone says; each in the order of its first report. */
function mergeSame(checked) {
    return withOwn(checked, groupReviewed(checked)).map((group) => mergeGroup(group));
}
/** What reviewers found, by the issue that it is about. */
function groupReviewed(checked) {
    const reviewed = checked.filter(({ reviewer }) => reviewer !== types_result/* ownReviewer */.sR);
    return (0,match/* groupSame */.i)(reviewed.map(toStatement)).flatMap((members) => {
        const [first, ...others] = members.flatMap((index) => reviewed[index] ?? []);
        return first === undefined ? [] : splitPlaces([first, ...others], isPlaced);
    });
}
function toStatement({ finding, region, text, related, reviewer }) {
    const { path, side, ruleId, title, message } = finding;
    return { path, side, region, ruleId, title, message, quote: text, reviewer, related };
}
/** Our own code speaks in set phrases, so that not the words but rule and line tell what it means. */
function withOwn(checked, reviewed) {
    const groups = [...reviewed];
    const groupAt = new Map();
    for (const group of groups) {
        for (const member of group)
            if (!groupAt.has(lineKey(member)))
                groupAt.set(lineKey(member), group);
    }
    const alone = new Map();
    for (const own of checked.filter(({ reviewer }) => reviewer === types_result/* ownReviewer */.sR)) {
        const group = groupAt.get(lineKey(own)) ?? alone.get(exactKey(own));
        if (group !== undefined)
            group.push(own);
        else {
            const made = [own];
            alone.set(exactKey(own), made);
            groups.push(made);
        }
    }
    return groups;
}
/** JSON, so that no text can run into the next. */
function lineKey({ finding, region }) {
    return JSON.stringify([finding.path, finding.side, region.startLine, finding.ruleId]);
}
function exactKey(found) {
    return lineKey(found) + found.text.replace(/\s+/g, ' ').trim();
}
/**
 * The claim that is proven best speaks for the group, and among such the most severe: a milder duplicate cannot hide a
 * severe claim, and a severe claim without proof cannot make a proven mild one block.
 */
function mergeGroup(group) {
    const [spokesman = group[0], ...others] = group.toSorted(byWeight);
    const { reviewer: _, ...spoken } = spokesman;
    const reviewers = [...new Set(group.map(({ reviewer }) => reviewer))];
    return {
        ...spoken,
        reviewers,
        agreement: { found: countSupporters(reviewers), confirmed: 0, refuted: 0 },
        alsoReportedAs: otherWordings(spokesman, others),
    };
}
/** Our own code is no second opinion: it counts only where it stands alone. */
function countSupporters(reviewers) {
    return Math.max(1, reviewers.filter((reviewer) => reviewer !== types_result/* ownReviewer */.sR).length);
}
/** A claim that can block goes first, then one with a proven place, then the more severe one. */
function byWeight(a, b) {
    return (Number(isSolid(b)) - Number(isSolid(a)) ||
        Number(isPlaced(b)) - Number(isPlaced(a)) ||
        (0,rule/* bySeverity */.Np)(a.finding, b.finding));
}
function isSolid(found) {
    return (0,types_result/* isProven */.nn)({ ...found.finding, evidence: found.evidence }) && found.finding.triage === 'real';
}
function isPlaced({ evidence }) {
    return (0,types_result/* isLocated */.B0)(evidence);
}
/** The worst first; what says the same in the same words stands once. */
function otherWordings(spokesman, others) {
    const said = new Set([wordingKey(toWording(spokesman))]);
    const wordings = [];
    for (const wording of others.map(toWording)) {
        if (said.has(wordingKey(wording)))
            continue;
        said.add(wordingKey(wording));
        wordings.push(wording);
    }
    return wordings.sort(rule/* bySeverity */.Np).slice(0, MAX_WORDINGS);
}
function toWording({ finding: { ruleId, severity, title, message }, reviewer }) {
    return { reviewer, ruleId, severity, title, message };
}
function wordingKey({ ruleId, severity, title, message }) {
    return JSON.stringify([ruleId, severity, title, message]);
}

// EXTERNAL MODULE: ./src/diff/omit.ts
var omit = __webpack_require__(6650);
// EXTERNAL MODULE: ./src/diff/invisible.ts
var invisible = __webpack_require__(4784);
;// CONCATENATED MODULE: ./src/evidence/absence.ts

const MAX_SEARCHES = 10;
const MIN_PATTERN_CHARACTERS = 3;
const MAX_PATTERN_CHARACTERS = 100;
const MAX_PATH_SHOWN = 200;
/** Repeats the searches that are said to have found nothing. */
async function checkSearches(claim, search) {
    const { searches } = claim;
    if (searches.length === 0)
        return { kind: 'none' };
    const objection = objectionTo(claim);
    if (objection !== undefined)
        return unproven(objection);
    for (const { pattern, paths } of searches) {
        const outcome = await search.find(pattern, paths);
        if (outcome.kind === 'not-searched')
            return unproven(`the search for ${shown(pattern)} ${outcome.why}`);
        if (outcome.kind === 'found') {
            const detail = `It is said to be absent, but a search for ${shown(pattern)} finds ${placeOf(outcome)}.`;
            return { kind: 'refuted', detail };
        }
    }
    const patterns = [...new Set(searches.map(({ pattern }) => shown(pattern)))];
    return { kind: 'confirmed', detail: `Searched again: nothing was found for ${patterns.join(', ')}.` };
}
/** The basis that a finding may claim after its searches were repeated, and what to say of them. */
async function withSearches(claim, search) {
    const check = await checkSearches(claim, search);
    switch (check.kind) {
        case 'none':
            return { basis: claim.basis, detail: null };
        case 'confirmed':
            return { basis: claim.basis, detail: check.detail };
        case 'refuted':
        case 'unproven':
            return { basis: 'inferred', detail: check.detail };
    }
}
function unproven(why) {
    return { kind: 'unproven', detail: `The searches do not prove that it is absent: ${why}.` };
}
/** Why the searches would show nothing even if they found nothing. */
function objectionTo({ title, message, searches }) {
    if (searches.length > MAX_SEARCHES)
        return `${searches.length} searches are more than ${MAX_SEARCHES}`;
    for (const { pattern } of searches) {
        if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(pattern))
            return 'a search is not one line of text';
        const { length } = pattern.trim();
        if (length < MIN_PATTERN_CHARACTERS || pattern.length > MAX_PATTERN_CHARACTERS)
            return `a search has ${length} characters, not ${MIN_PATTERN_CHARACTERS} to ${MAX_PATTERN_CHARACTERS}`;
    }
    const isNamed = namedIn(`${title}\n${message}`);
    if (!searches.some(isNamed))
        return 'none of them looks for what the finding names';
    return undefined;
}
/** A shorter beginning of a word is shared by words that have nothing to do with each other. */
const SHARED_BEGINNING = 4;
/** A shorter text without spaces stands inside other words. */
const MIN_JOINED_CHARACTERS = 6;
/** Whether a search is mostly for words of the text: `rateLimit` and `use(rate_limits` are for "no rate limit". */
function namedIn(text) {
    const words = new Set(wordsOf(text));
    const beginnings = new Set([...words].flatMap(beginningsOf));
    const joined = joinedLetters(text);
    const isKnown = (word) => words.has(word) || beginnings.has(word) || beginningsOf(word).some((w) => words.has(w));
    return ({ pattern }) => {
        const wanted = wordsOf(pattern);
        if (wanted.length > 0 && 2 * wanted.filter(isKnown).length >= wanted.length)
            return true;
        const letters = joinedLetters(pattern);
        return letters.length >= MIN_JOINED_CHARACTERS && joined.includes(letters);
    };
}
function wordsOf(text) {
    const parts = text.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
    return parts.map((part) => part.toLowerCase());
}
function beginningsOf(word) {
    const longest = word.slice(0, MAX_PATTERN_CHARACTERS);
    const lengths = Array.from({ length: Math.max(0, longest.length - SHARED_BEGINNING + 1) }, (_, i) => SHARED_BEGINNING + i);
    return lengths.map((length) => longest.slice(0, length));
}
function joinedLetters(text) {
    return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}
function shown(pattern) {
    return `"${(0,invisible/* showInvisible */.j)(pattern)}"`;
}
function placeOf({ path, line }) {
    const name = (0,invisible/* showPath */.P)(path.length > MAX_PATH_SHOWN ? `${path.slice(0, MAX_PATH_SHOWN)}…` : path);
    return line === null ? name : `${name}:${line}`;
}

;// CONCATENATED MODULE: ./src/evidence/symbols.ts
/** Only the start of a line can declare something; what stands behind it is never read. */
const HEAD_CHARACTERS = 300;
const NAME_CHARACTERS = 80;
/** Deeper declarations count to the one around them, so that no nesting makes names of any length. */
const MAX_DEPTH = 12;
const TAB_WIDTH = 4;
/** The declaration around each line, outermost first, joined by a dot; '' at top level. By indentation, for any language. */
function enclosingSymbols(lines) {
    const open = [];
    return lines.map((line, index) => {
        const head = line.slice(0, HEAD_CHARACTERS);
        const code = head.trim();
        if (code === '')
            return symbolAt(open);
        const indent = indentOf(head);
        if (isAside(code))
            return symbolAround(open, indent);
        closeSymbols(open, startsWithBracket(code) ? indent + 1 : indent);
        const name = declaredName(code, () => opensBlock(lines[index + 1]));
        if (name !== undefined && open.length < MAX_DEPTH)
            open.push({ indent, symbol: joined(symbolAt(open), name) });
        return symbolAt(open);
    });
}
function symbolAt(open) {
    return open.at(-1)?.symbol ?? '';
}
function symbolAround(open, indent) {
    return open.findLast((symbol) => symbol.indent < indent)?.symbol ?? '';
}
function closeSymbols(open, indent) {
    while ((open.at(-1)?.indent ?? -1) >= indent)
        open.pop();
}
function joined(outer, name) {
    const short = name.slice(0, NAME_CHARACTERS);
    return outer === '' ? short : `${outer}.${short}`;
}
function indentOf(head) {
    let width = 0;
    for (const character of head) {
        if (character === '\t')
            width += TAB_WIDTH - (width % TAB_WIDTH);
        else if (character === ' ')
            width += 1;
        else
            return width;
    }
    return width;
}
/** Comments, preprocessor lines, access labels and attributes stand at any indentation and end nothing. */
function isAside(code) {
    return /^(?:\/\/|\/\*|\*|#|--|<!--|"""|'''|(?:public|private|protected|signals|default)\s*:$)/.test(code);
}
/** A line that ends, or opens, the block of a declaration at the same indentation. */
function startsWithBracket(code) {
    return /^(?:[{})\]>]|end\b)/.test(code);
}
function opensBlock(next) {
    return next !== undefined && next.length < HEAD_CHARACTERS && next.trim() === '{';
}
/** Words in front of a declaration that say nothing of its name. */
const modifiers = /^(?:(?:export|default|declare|pub(?:\([^)]{0,40}\))?|public|private|protected|internal|static|final|abstract|sealed|open|override|virtual|async|unsafe|extern(?: "[^"]{0,20}")?|inline|const(?= fn)|partial|readonly|suspend|data|local|create|or|replace)\s+)+/i;
/** The name comes after the keyword. */
const keyworded = /^(?:function\*?|class|def|defp|defmodule|func|fun|fn|sub|proc|interface|trait|struct|enum|union|namespace|module|mod|object|record|protocol|extension|contract|macro_rules!|table|procedure|view|trigger|index)\s+(?:if not exists\s+)?(?:self\.)?["`]?([\p{L}_$][\p{L}\p{N}_$.:-]*[?!]?)/iu;
/** Go: the receiver's type is part of the name. */
const goMethod = /^func\s*\(\s*(?:\w+\s+)?\*?(\w+)(?:\[[^\]]{0,60}\])?\s*\)\s*(\w+)/;
const goType = /^type\s+(\w+)\s+(?:struct|interface|func)\b/;
const rustImpl = /^impl\b(?:\s*<[^{]{0,80}?>)?\s+([^{]{1,120}?)\s*(?:\{|where\b|$)/;
/** `const f = (a) =>`, `exports.f = function`, `f: async () => {`. */
const boundFunction = /^(?:(?:const|let|var|val)\s+)?([\p{L}_$][\p{L}\p{N}_$.]*)\s*(?::[^=]{0,120})?[=:]\s*(?:async\s+)?(?:function\b|\([^)]{0,200}\)\s*(?::[^=]{0,80})?=>|[\p{L}_$][\p{L}\p{N}_$]*\s*=>|\($|lambda\b|->)/u;
/** A key or a variable that opens a block: `jobs:`, `"scripts": {`, `const table = {`. */
const keyed = /^(?:- )?(?:(?:const|let|var|val|static)\s+)?["']?([\p{L}_$][\p{L}\p{N}_$./-]*)["']?\s*(?::[^={]{0,120})?[:=]\s*[{[(]$|^(?:- )?["']?([\p{L}_$][\p{L}\p{N}_$./-]*)["']?\s*:$/u;
/** `resource "aws_instance" "web" {`. */
const labelled = /^(\w+(?:\s+"[^"]{0,60}"){1,3})\s*\{$/;
/** Words that open a block or a call and declare nothing. */
const statements = new Set('if else elif elsif for foreach while until unless do switch case catch try finally except with using lock return throw raise await yield new match when where loop go defer select in not and or delete typeof sizeof assert print default synchronized super this import require'.split(' '));
function declaredName(code, blockFollows) {
    const bare = code.replace(modifiers, '');
    const method = goMethod.exec(bare);
    if (method !== null)
        return `${method[1] ?? ''}.${method[2] ?? ''}`;
    const stated = keyworded.exec(bare)?.[1] ?? goType.exec(bare)?.[1] ?? rustImpl.exec(bare)?.[1]?.replace(/\s+/g, ' ');
    if (stated !== undefined)
        return stated;
    const found = boundFunction.exec(bare)?.[1] ?? keyOf(bare) ?? labelled.exec(bare)?.[1];
    if (found !== undefined)
        return statements.has(found) ? undefined : found;
    return methodName(bare, { modified: bare.length < code.length, blockFollows });
}
function keyOf(code) {
    if (!/[:{[(]$/.test(code))
        return undefined;
    const match = keyed.exec(code);
    return match?.[1] ?? match?.[2];
}
/** `int Total(Order order) {`, `render() {`: a name, parentheses, and then a block. */
function methodName(code, { modified, blockFollows }) {
    const parenthesis = code.indexOf('(');
    if (parenthesis < 1)
        return undefined;
    const before = code.slice(0, parenthesis).trimEnd();
    const name = /([\p{L}_$#~][\p{L}\p{N}_$]*)(?:<[^<>]{0,60}>)?$/u.exec(before)?.[1];
    const first = /^[\p{L}_$]*/u.exec(before)?.[0] ?? '';
    if (name === undefined || statements.has(first) || statements.has(name) || /["'`=.!?+|]/.test(before))
        return undefined;
    if (/=>|["'`]|\bfunction\b/.test(code.slice(parenthesis)))
        return undefined;
    const ends = code.replace(/\s*\/\/.*$/, '');
    const opens = ends.endsWith('{') || (modified && /[(,]$/.test(ends)) || (ends.endsWith(')') && blockFollows());
    return opens ? name : undefined;
}

;// CONCATENATED MODULE: ./src/evidence/anchor.ts

/** Lines of a region that are looked at: quotes are short, and a longer region is known by its beginning. */
const MAX_REGION_LINES = 30;
const MAX_LINE_CHARACTERS = 2_000;
/** The anchor of a region: its most telling line, so that a longer and a shorter quote of one defect agree. */
function anchorOf(text, region) {
    const index = indexOf(text);
    const first = region.startLine - 1;
    const last = Math.min(region.endLine, text.lines.length, first + MAX_REGION_LINES);
    let best = first;
    for (let line = first; line < last; line += 1) {
        if (rankAt(index, line) > rankAt(index, best))
            best = line;
    }
    return {
        symbol: index.symbols[best] ?? '',
        line: index.lines[best] ?? '',
        occurrence: index.occurrences[best] ?? 1,
    };
}
/** The anchor of a quote that stands in no file that could be read. */
function anchorOfQuote(quote) {
    const lines = quote.split('\n', MAX_REGION_LINES);
    const ranks = lines.map(rankOf);
    const best = ranks.indexOf(Math.max(...ranks));
    return { symbol: '', line: normalizeLine(lines[best] ?? ''), occurrence: 1 };
}
/** Only a memory: a text is indexed once, however many results stand in it. */
const indexes = new WeakMap();
function indexOf(text) {
    const known = indexes.get(text);
    if (known !== undefined)
        return known;
    const symbols = enclosingSymbols(text.lines);
    const lines = text.lines.map(normalizeLine);
    const index = { symbols, lines, ranks: Uint8Array.from(text.lines, rankOf), ...countLines(symbols, lines) };
    indexes.set(text, index);
    return index;
}
function countLines(symbols, lines) {
    const occurrences = new Uint32Array(lines.length);
    const repeated = new Uint8Array(lines.length);
    const bySymbol = new Map();
    for (const [index, line] of lines.entries()) {
        const symbol = symbols[index] ?? '';
        const seen = bySymbol.get(symbol) ?? new Map();
        bySymbol.set(symbol, seen);
        const earlier = seen.get(line);
        if (earlier === undefined)
            seen.set(line, { count: 1, first: index });
        else {
            earlier.count += 1;
            repeated[earlier.first] = 1;
            repeated[index] = 1;
        }
        occurrences[index] = earlier?.count ?? 1;
    }
    return { occurrences, repeated };
}
/** A line that stands once in its symbol is told from the others whatever is added there. */
function rankAt({ ranks, repeated }, line) {
    const rank = ranks[line] ?? 0;
    return repeated[line] === 1 ? rank / 2 : rank;
}
/** The same line after a formatter: other whitespace, other quotes, another comma at its end. */
function normalizeLine(line) {
    return line.slice(0, MAX_LINE_CHARACTERS).replace(/\s+/g, '').replaceAll(/['`]/g, '"').replace(/[;,]$/, '');
}
/** Longer lines tell no more. */
const ENOUGH = 60;
/** How telling a line is, 0 to 120: its letters and digits, those within strings a quarter; calls and comparisons more. */
function rankOf(line) {
    const code = line.slice(0, MAX_LINE_CHARACTERS).trim();
    if (/^(?:\/\/|\/\*|\*|#|--)/.test(code))
        return 1;
    const { plain, quoted } = lettersOf(code);
    const letters = Math.min(ENOUGH, plain + quoted / 4);
    const acts = /[(<>!?&|]|[^=]=/.test(code) ? 2 : 1;
    return Math.floor(isDeclaration(code) ? letters / 2 : letters * acts);
}
function isDeclaration(code) {
    return /^(?:import|from|package|use|using|#include|export|(?:public |private |protected |static |async )*(?:function|class|def|func|fn|fun|interface|struct|enum|namespace|module))\s/.test(code);
}
function lettersOf(code) {
    let plain = 0;
    let quoted = 0;
    let quote = 0;
    for (let index = 0; index < code.length; index += 1) {
        const unit = code.charCodeAt(index);
        if (quote === 0 ? isQuote(unit) : unit === quote)
            quote = quote === 0 ? unit : 0;
        else if (!isLetterOrDigit(unit))
            continue;
        else if (quote === 0)
            plain += 1;
        else
            quoted += 1;
    }
    return { plain, quoted };
}
function isQuote(unit) {
    return unit === 0x22 || unit === 0x27 || unit === 0x60;
}
/** By code unit, because this looks at every character of a file; what is not ASCII counts as a letter. */
function isLetterOrDigit(unit) {
    return ((unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit > 0x7f);
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

;// CONCATENATED MODULE: ./src/evidence/locate/lcs.ts
const WORD = 32;
const FULL = 0xffffffff;
/** Reads where each token stands. */
function toPattern(tokens) {
    const masks = new Map();
    const words = Math.ceil(tokens.length / WORD);
    for (const [position, token] of tokens.entries()) {
        const mask = masks.get(token) ?? new Uint32Array(words);
        masks.set(token, mask);
        const word = Math.floor(position / WORD);
        mask[word] = ((mask[word] ?? 0) | (1 << (position % WORD))) >>> 0;
    }
    return { length: tokens.length, masks };
}
/** Length of the longest common subsequence, 32 positions at a time (Hyyrö 2004). */
function commonLength(pattern, tokens) {
    const words = Math.ceil(pattern.length / WORD);
    // A zero is a position of the pattern that is matched.
    const unmatched = new Uint32Array(words).fill(FULL);
    for (const token of tokens) {
        const mask = pattern.masks.get(token);
        if (mask === undefined)
            continue;
        let carry = 0;
        for (let word = 0; word < words; word += 1) {
            const before = unmatched[word] ?? 0;
            const here = mask[word] ?? 0;
            const sum = before + ((before & here) >>> 0) + carry;
            carry = sum > FULL ? 1 : 0;
            unmatched[word] = (sum | (before & ~here)) >>> 0;
        }
    }
    return countZeros(unmatched, pattern.length);
}
function countZeros(unmatched, length) {
    let zeros = 0;
    for (let position = 0; position < length; position += 1) {
        const word = unmatched[Math.floor(position / WORD)] ?? 0;
        if (((word >>> (position % WORD)) & 1) === 0)
            zeros += 1;
    }
    return zeros;
}

;// CONCATENATED MODULE: ./src/evidence/locate/polarity.ts
/** A word, an operator of which a part would mean something else, or one other character. Semicolons say nothing. */
const token = /[A-Za-z0-9_$\u0080-\uffff]+|[=-]>|[=!]==?|[<>]=?|&&|\|\||\?\?|[^\s;]/g;
/** What turns the meaning of a line around when it is changed, left out or added. Numbers count, and comment marks. */
const polarity = /^(?:[=!]==?|[<>]=?|&&|\|\||\?\?|[-!+*/%&|^~#]|[0-9].*|(?:and|await|else|false|if|nil|none|not|null|or|true|undefined|unless))$/i;
/** The same inside a name: `isNotAllowed`, `allow_none`. */
const wordOfName = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g;
const negations = new Set(['not', 'no', 'non', 'never', 'without', 'invalid', 'disable', 'disabled', 'unsafe']);
/** The words and operators of a line; every kind of quotation mark is the same. */
function tokensOf(line) {
    return line.match(token)?.map((one) => (one === "'" || one === '`' ? '"' : one)) ?? [];
}
/** Whether a token alone can turn a line around. */
function isPolar(one) {
    return polarity.test(one);
}
/** Undefined: both say the same as far as operators, negations, `await`, booleans, null and numbers tell. */
function comparePolarity(quoted, own) {
    const surplus = new Map();
    for (const mark of marksOf(quoted))
        surplus.set(mark, (surplus.get(mark) ?? 0) + 1);
    for (const mark of marksOf(own))
        surplus.set(mark, (surplus.get(mark) ?? 0) - 1);
    const different = [...surplus].filter(([, count]) => count !== 0);
    if (different.length === 0)
        return undefined;
    return {
        onlyQuoted: different.flatMap(([mark, count]) => (count > 0 ? [mark] : [])),
        onlyInFile: different.flatMap(([mark, count]) => (count < 0 ? [mark] : [])),
    };
}
function marksOf(tokens) {
    return tokens.flatMap((one) => {
        if (isPolar(one))
            return [one.toLowerCase()];
        return (one.match(wordOfName) ?? []).map((word) => word.toLowerCase()).filter((word) => negations.has(word));
    });
}

;// CONCATENATED MODULE: ./src/evidence/locate/approximate.ts


/** Twice the common words, in order, by the words of both sides. */
const MIN_LIKENESS = 0.82;
/** Every line must be somewhat like its own, */
const MIN_LINE_LIKENESS = 0.55;
/** and not only by its brackets. */
const MIN_WORD_LIKENESS = 0.5;
/** The next place must be so much less like it. */
const MIN_MARGIN = 0.06;
/** A quote of more words, or lines, is compared exactly only. */
const MAX_TOKENS = 1_000;
const approximate_MAX_LINES = 60;
/** Places of words that are looked at, the rarest words first. */
const MAX_VOTES = 20_000;
const MAX_CANDIDATES = 32;
/** The places that are most like the quote, none of them clearly less so than the first, which is the likest. */
function findAlike(text, lines) {
    const quote = lines.filter((line) => line.trim() !== '').map(tokensOf);
    if (quote.length === 0 || quote.length > approximate_MAX_LINES || quote.flat().length > MAX_TOKENS)
        return [];
    const index = text.tokens();
    if (index === undefined)
        return [];
    const [best, ...others] = rank({ index, ids: quote.map((tokens) => toIds(tokens, index)) });
    if (best === undefined || !areLinesAlike(quote, ownTokens(text, best)))
        return [];
    const rivals = others.filter((other) => other.likeness > best.likeness - MIN_MARGIN && isApart(best, other));
    return [best, ...rivals].flatMap((window) => {
        const region = regionOf(text, window);
        const polarity = comparePolarity(quote.flat(), ownTokens(text, window).flat());
        return region === undefined ? [] : [{ region, likeness: window.likeness, polarity }];
    });
}
function regionOf(text, { start, end }) {
    const { numbers } = text.solid();
    const [startLine, endLine] = [numbers[start], numbers[end - 1]];
    return startLine === undefined || endLine === undefined ? undefined : { startLine, endLine };
}
/** The words of each line of the window. */
function ownTokens(text, { start, end }) {
    return text
        .solid()
        .numbers.slice(start, end)
        .map((number) => tokensOf(text.lines[number - 1] ?? ''));
}
function toIds(tokens, { idOf }) {
    // -2: a word that the text does not hold; it is like nothing.
    return tokens.map((token) => idOf.get(token) ?? -2);
}
/** The windows that are like the quote, the likest first. A window has one line more or less where that is liker. */
function rank(search) {
    const { index, ids } = search;
    const pattern = toPattern(ids.flat());
    const windows = [];
    for (const start of candidates(search)) {
        for (const length of new Set([ids.length, ids.length + 1, Math.max(1, ids.length - 1)])) {
            const end = start + length;
            if (start < 0 || end >= index.starts.length)
                continue;
            const likeness = compare(pattern, index, { start, end });
            if (likeness >= MIN_LIKENESS - MIN_MARGIN)
                windows.push({ start, end, likeness });
        }
    }
    const ranked = windows.toSorted((a, b) => b.likeness - a.likeness);
    return (ranked[0]?.likeness ?? 0) >= MIN_LIKENESS ? ranked : [];
}
function compare(pattern, { ids, starts }, window) {
    return likeness(pattern, ids.subarray(starts[window.start], starts[window.end]));
}
function likeness(pattern, own) {
    const total = pattern.length + own.length;
    if (total === 0)
        return 1;
    // What cannot be like it for its length alone need not be compared.
    const shorter = Math.min(pattern.length, own.length);
    return (2 * shorter) / total < MIN_WORD_LIKENESS ? 0 : (2 * commonLength(pattern, own)) / total;
}
/** Where the quote would start so that its rare words stand where the text has them; the most agreed ones. */
function candidates({ index, ids }) {
    const words = ids.flatMap((line, offset) => [...new Set(line)].map((id) => ({ offset, places: index.places[id] ?? [] })));
    const votes = new Map();
    let left = MAX_VOTES;
    for (const { offset, places } of words.toSorted((a, b) => a.places.length - b.places.length)) {
        if (places.length > left)
            break;
        left -= places.length;
        const weight = 1 / Math.log2(2 + places.length);
        for (const place of places)
            votes.set(place - offset, (votes.get(place - offset) ?? 0) + weight);
    }
    const most = [...votes.values()].reduce((a, b) => Math.max(a, b), 0);
    return [...votes]
        .filter(([, count]) => count >= most / 2)
        .sort(([, a], [, b]) => b - a)
        .slice(0, MAX_CANDIDATES)
        .map(([start]) => start);
}
/** Whether each line of the quote is like the line at its place, or next to it where the quote has one more or less. */
function areLinesAlike(quote, own) {
    return quote.every((line, offset) => [offset, offset - 1, offset + 1].some((at) => {
        const other = own[at];
        return other !== undefined && isLineAlike(line, other);
    }));
}
function isLineAlike(line, own) {
    if (likeness(toPattern(line), own) < MIN_LINE_LIKENESS)
        return false;
    return likeness(toPattern(line.filter(isWord)), own.filter(isWord)) >= MIN_WORD_LIKENESS;
}
function isWord(token) {
    return /^[A-Za-z0-9_$\u0080-\uffff]/.test(token);
}
function isApart(a, b) {
    return b.start >= a.end || a.start >= b.end;
}

;// CONCATENATED MODULE: ./src/evidence/locate/solid-lines.ts
/** Reads the lines once, so that a quote costs no more than the places of its rarest line. */
function indexSolidLines(lines) {
    const numbers = [];
    const ids = [];
    const idOf = new Map();
    const places = [];
    for (const [position, line] of lines.entries()) {
        const bare = withoutWhitespace(line);
        if (bare === '')
            continue;
        const id = idOf.get(bare) ?? places.length;
        if (id === places.length) {
            idOf.set(bare, id);
            places.push([]);
        }
        places[id]?.push(ids.length);
        ids.push(id);
        numbers.push(position + 1);
    }
    return { numbers, ids, idOf, places };
}
function withoutWhitespace(line) {
    return line.replace(/\s+/g, '');
}
/** The indexes at which these lines, given without whitespace, stand one after the other. */
function findLines(solid, bare) {
    const quote = [];
    for (const line of bare) {
        const id = solid.idOf.get(line);
        if (id === undefined)
            return [];
        quote.push(id);
    }
    const rarest = rarestOf(solid, quote);
    if (rarest === undefined)
        return [];
    // Looking at every place costs at most a few passes over the text; where it would cost more, one pass does.
    if (rarest.places.length * quote.length > 2 * solid.ids.length)
        return findSequence(solid.ids, quote);
    if (quote.length === 1)
        return rarest.places;
    return rarest.places
        .map((place) => place - rarest.position)
        .filter((start) => quote.every((id, position) => solid.ids[start + position] === id));
}
function rarestOf({ places }, quote) {
    let rarest;
    for (const [position, id] of quote.entries()) {
        const candidate = places[id] ?? [];
        if (rarest === undefined || candidate.length < rarest.places.length)
            rarest = { position, places: candidate };
    }
    return rarest;
}
/** Knuth, Morris and Pratt, so that repetition costs nothing. */
function findSequence(ids, quote) {
    const failure = failureTable(quote);
    const found = [];
    let matched = 0;
    for (const [index, id] of ids.entries()) {
        while (matched > 0 && quote[matched] !== id)
            matched = failure[matched - 1] ?? 0;
        if (quote[matched] === id)
            matched += 1;
        if (matched < quote.length)
            continue;
        found.push(index - quote.length + 1);
        matched = failure[matched - 1] ?? 0;
    }
    return found;
}
function failureTable(quote) {
    const table = [0];
    let length = 0;
    for (const id of quote.slice(1)) {
        while (length > 0 && quote[length] !== id)
            length = table[length - 1] ?? 0;
        if (quote[length] === id)
            length += 1;
        table.push(length);
    }
    return table;
}

;// CONCATENATED MODULE: ./src/evidence/locate/matches.ts

/** Where the lines stand whole, whatever their whitespace and the blank lines between them. */
function findWhole(text, lines) {
    const bare = lines.map(withoutWhitespace).filter((line) => line !== '');
    const solid = text.solid();
    const starts = findLines(solid, bare);
    return {
        count: starts.length,
        regionAt: (index) => {
            const start = starts[index];
            if (start === undefined)
                return undefined;
            const startLine = solid.numbers[start];
            const endLine = solid.numbers[start + bare.length - 1];
            return startLine === undefined || endLine === undefined ? undefined : { startLine, endLine };
        },
    };
}
/** Regions in their order as matches. */
function matchesOf(regions) {
    return { count: regions.length, regionAt: (index) => regions[index] };
}
/** The region that starts at this line, if it holds the very lines; blank lines around the quote do not count. */
function verbatimAt(text, lines, startLine) {
    const first = lines.findIndex((line) => line.trim() !== '');
    const last = lines.findLastIndex((line) => line.trim() !== '');
    if (first === -1)
        return undefined;
    for (let index = first; index <= last; index += 1) {
        if (text.lines[startLine - 1 + index - first] !== lines[index])
            return undefined;
    }
    return { startLine, endLine: startLine + last - first };
}
/** Whether the region holds the very lines, whitespace included. */
function isVerbatim(text, lines, { startLine, endLine }) {
    return verbatimAt(text, lines, startLine)?.endLine === endLine;
}

;// CONCATENATED MODULE: ./src/evidence/locate/choose.ts

/** A quote of two places counts for the nearer one only this near to the claim. */
const NEAR_LINES = 10;
/** With more places it is a common one: a claim is as likely to be near a wrong one by chance. */
const COMMON_NEAR_LINES = 3;
/** And only when the next place is so many times farther away. */
const MARGIN = 3;
/** A quote with fewer than eight letters and digits stands nearly anywhere, so it counts only this near to the claim. */
const WEAK_LINES = 3;
/** Of so many places that are alike, whitespace does not single one out. */
const MAX_COMPARED = 200;
/** The match at the claimed line, or inside the claim, or the only one, or the one that is clearly nearest. */
function choose(matches, { claim, weak, isVerbatim }) {
    const claimed = matchAt(matches, claim.startLine) ?? (weak ? undefined : onlyInside(matches, claim));
    if (claimed !== undefined)
        return { kind: 'claimed', region: claimed };
    const preferred = preferVerbatim(matches, isVerbatim);
    const distance = ({ startLine }) => Math.abs(startLine - claim.startLine);
    const around = neighbours(preferred, claim.startLine).filter((region) => !weak || distance(region) <= WEAK_LINES);
    const [best, next] = around.toSorted((a, b) => distance(a) - distance(b));
    if (best === undefined)
        return { kind: 'too-short' };
    const near = preferred.count > 2 ? COMMON_NEAR_LINES : NEAR_LINES;
    const clear = next === undefined || (distance(best) <= near && distance(next) >= MARGIN * distance(best));
    return clear ? { kind: 'moved', region: best } : { kind: 'ambiguous', places: preferred.count };
}
function matchAt(matches, line) {
    const match = matches.regionAt(firstFrom(matches, line));
    return match?.startLine === line ? match : undefined;
}
/** A claim of several lines may hold the quote anywhere, as long as it holds it once. */
function onlyInside(matches, claim) {
    const first = firstFrom(matches, claim.startLine);
    const fits = (match) => match !== undefined && match.endLine <= claim.endLine;
    const match = matches.regionAt(first);
    return fits(match) && !fits(matches.regionAt(first + 1)) ? match : undefined;
}
/** The same statement at another indentation is another place when one place has the very whitespace. */
function preferVerbatim(matches, isVerbatim) {
    if (matches.count < 2 || matches.count > MAX_COMPARED)
        return matches;
    const verbatim = [];
    for (let index = 0; index < matches.count; index += 1) {
        const match = matches.regionAt(index);
        if (match !== undefined && isVerbatim(match))
            verbatim.push(match);
    }
    return verbatim.length === 0 ? matches : matchesOf(verbatim);
}
/** The two nearest matches are among these: matches are in order. */
function neighbours(matches, line) {
    const first = firstFrom(matches, line);
    return [first - 2, first - 1, first, first + 1].flatMap((index) => matches.regionAt(index) ?? []);
}
/** Index of the first match that starts at the line or behind it. */
function firstFrom(matches, line) {
    let low = 0;
    let high = matches.count;
    while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if ((matches.regionAt(middle)?.startLine ?? 0) < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

;// CONCATENATED MODULE: ./src/evidence/part-of-line.ts
/** A shorter quote would stand in too many lines. */
const MIN_CHARACTERS = 8;
/** So long a piece means its line even when its last word is cut. */
const LONG_CHARACTERS = 16;
/** What turns the meaning of the rest of a line around. A quote that leaves one of these out proves nothing. */
const part_of_line_polarity = /&&|\|\||\?\?|[!<>]|==|\b(?:and|await|else|false|if|none|not|null|nil|or|true|undefined|unless)\b/i;
/** Before the quote: it stands in a comment, or is the rest of a longer expression. */
const commented = /\/\/|\/\*|^\s*\*|#|--|;|"""|'''/;
/** Whether the quote is a piece of the line that can stand for the whole: nothing is left out that negates. */
function isPartOf(line, quote, beside = 'nothing') {
    const piece = quote.trim();
    const start = line.indexOf(piece);
    if (piece.length < MIN_CHARACTERS || start === -1)
        return false;
    // Arrows are not comparisons.
    const before = line.slice(0, start).replace(/[=-]>/g, '  ');
    const after = line.slice(start + piece.length);
    if (endsInside(before, piece) === 'word' || isCut(piece, after, beside))
        return false;
    return !part_of_line_polarity.test(before) && !commented.test(before) && !part_of_line_polarity.test(after);
}
/** The end of a line that is cut short may run through a word where the place is sure; never through a number. */
function isCut(piece, after, beside) {
    const inside = endsInside(piece, after);
    if (inside === 'nothing' || /[0-9]$/.test(piece))
        return inside !== 'nothing';
    return beside === 'nothing' && piece.length < LONG_CHARACTERS;
}
/** Whether the border between two pieces runs through a word or a number. */
function endsInside(left, right) {
    return /[\p{L}\p{N}_$]$/u.test(left.slice(-2)) && /^[\p{L}\p{N}_$]/u.test(right) ? 'word' : 'nothing';
}

;// CONCATENATED MODULE: ./src/evidence/locate/contained.ts


/** Minified code: what a line of megabytes leaves out of the quote nobody can judge. */
const contained_MAX_LINE_CHARACTERS = 20_000;
/** More places than this are as good as endless. */
const MAX_PLACES = 1_000;
/** A line that models cut short. */
const cutEnd = / ?(?:\.{3}|…)$/;
/** Where the quote stands when some of its lines are pieces of the file's; at least one line of several must be whole. */
function findContained(text, lines) {
    const quote = lines.filter((line) => line.trim() !== '').map((line) => line.trim());
    const [piece] = quote;
    if (piece === undefined)
        return [];
    const cut = quote.map((line) => line.replace(cutEnd, ''));
    const find = (pieces) => pieces.length === 1 ? findPiece(text, pieces[0] ?? '') : findAroundWhole(text, pieces);
    const found = find(quote);
    return found.length > 0 || cut.every((line, index) => line === quote[index]) ? found : find(cut);
}
function findPiece({ text, lines }, piece) {
    const found = [];
    let number = 1;
    let lineStart = 0;
    for (let looked = 0; looked < MAX_PLACES && piece !== ''; looked += 1) {
        const hit = text.indexOf(piece, lineStart);
        if (hit === -1)
            break;
        let lineEnd = text.indexOf('\n', lineStart);
        while (lineEnd !== -1 && lineEnd < hit) {
            number += 1;
            lineStart = lineEnd + 1;
            lineEnd = text.indexOf('\n', lineStart);
        }
        if (isPiece(lines[number - 1] ?? '', piece, 'nothing'))
            found.push({ startLine: number, endLine: number });
        if (lineEnd === -1)
            break;
        number += 1;
        lineStart = lineEnd + 1;
    }
    return found;
}
function isPiece(line, piece, beside) {
    return line.length <= contained_MAX_LINE_CHARACTERS && isPartOf(line, piece, beside);
}
/** The lines around the places of the rarest whole line. */
function findAroundWhole(text, quote) {
    const solid = text.solid();
    const ids = quote.map((line) => solid.idOf.get(withoutWhitespace(line)));
    const anchor = rarestWhole(solid, ids);
    if (anchor === undefined || anchor.places.length > MAX_PLACES)
        return [];
    return anchor.places.flatMap((place) => {
        const start = place - anchor.position;
        const fits = quote.every((line, position) => {
            const here = start + position;
            const id = ids[position];
            if (id !== undefined && solid.ids[here] === id)
                return true;
            const number = solid.numbers[here];
            return number !== undefined && isPiece(text.lines[number - 1] ?? '', line, 'whole-lines');
        });
        const startLine = solid.numbers[start];
        const endLine = solid.numbers[start + quote.length - 1];
        return fits && startLine !== undefined && endLine !== undefined ? [{ startLine, endLine }] : [];
    });
}
function rarestWhole({ places }, ids) {
    const whole = ids.flatMap((id, position) => {
        const standing = id === undefined ? undefined : places[id];
        return standing === undefined ? [] : [{ position, places: standing }];
    });
    return whole.toSorted((a, b) => a.places.length - b.places.length)[0];
}

;// CONCATENATED MODULE: ./src/evidence/locate/token-index.ts

/** A larger text is looked into for exact places only. Characters. */
const token_index_MAX_CHARACTERS = 4_000_000;
/** Minified code; a quote can only be a small part of it. */
const token_index_MAX_LINE_CHARACTERS = 4_000;
/** Stands in no quote, because a token holds no blank, and often enough that no quote is like the line. */
const UNREADABLE = new Array(2_000).fill(' ');
/** Undefined where the text is too large. */
function indexTokens(lines, numbers) {
    if (lines.reduce((sum, line) => sum + line.length, 0) > token_index_MAX_CHARACTERS)
        return undefined;
    const idOf = new Map();
    const places = [];
    const ids = [];
    const starts = new Int32Array(numbers.length + 1);
    for (const [index, number] of numbers.entries()) {
        for (const token of readableTokens(lines[number - 1] ?? '')) {
            const id = idOf.get(token) ?? places.length;
            if (id === places.length) {
                idOf.set(token, id);
                places.push([]);
            }
            const stands = places[id];
            if (stands?.at(-1) !== index)
                stands?.push(index);
            ids.push(id);
        }
        starts[index + 1] = ids.length;
    }
    return { idOf, ids: Int32Array.from(ids), starts, places };
}
function readableTokens(line) {
    return line.length > token_index_MAX_LINE_CHARACTERS ? UNREADABLE : tokensOf(line);
}

;// CONCATENATED MODULE: ./src/evidence/locate/indexed-text.ts


/** Lines end at LF alone: U+2028 and a lone CR are part of a line, as they are for git. */
function indexed_text_indexText(text) {
    const lines = toLines(text);
    const solid = once(() => indexSolidLines(lines));
    return { lines, text, solid, tokens: once(() => indexTokens(lines, solid().numbers)) };
}
/** The lines of a text without their terminators, LF or CR LF. */
function toLines(text) {
    const lines = text.split('\n');
    return text.includes('\r') ? lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line)) : lines;
}
function once(make) {
    let made;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}

;// CONCATENATED MODULE: ./src/evidence/locate/opposite.ts

/** One word alone is like too many others. */
const MIN_TOKENS = 2;
/** The longest words and operators that turn a line around, with their blanks, and some indentation. Characters. */
const MAX_DIFFERENCE = 24;
/** Whether the lines from this one on differ from the quote in nothing but an operator or a negation. */
function readsOpposite(text, startLine, lines) {
    const start = startLine - 1;
    if (start < 0 || start >= text.lines.length)
        return false;
    const quoted = lines.filter(opposite_isSolid);
    const own = text.lines
        .slice(start, start + lines.length)
        .filter(opposite_isSolid)
        .slice(0, quoted.length);
    if (!isNearlySame(quoted.join('\n').trim(), own.join('\n').trim()))
        return false;
    const [mine, theirs] = [quoted.flatMap(tokensOf), own.flatMap(tokensOf)];
    if (mine.length < MIN_TOKENS || !isSame(mine.filter(isPlain), theirs.filter(isPlain)))
        return false;
    return comparePolarity(mine.filter(isNoNumber), theirs.filter(isNoNumber)) !== undefined;
}
function opposite_isSolid(line) {
    return line.trim() !== '';
}
/** A quick look before the words are compared: all but a short piece in the middle is the same. */
function isNearlySame(a, b) {
    const length = Math.min(a.length, b.length);
    if (Math.max(a.length, b.length) - length > MAX_DIFFERENCE)
        return false;
    let start = 0;
    while (start < length && a[start] === b[start])
        start += 1;
    let end = 0;
    while (end < length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
        end += 1;
    return length - start - end <= MAX_DIFFERENCE;
}
function isPlain(token) {
    return !isPolar(token);
}
/** Rows of a table differ in their numbers alone. */
function isNoNumber(token) {
    return !/^[0-9]/.test(token);
}
function isSame(a, b) {
    return a.length === b.length && a.every((token, index) => token === b[index]);
}

;// CONCATENATED MODULE: ./src/evidence/locate/readings.ts
/** The quote as it was sent first; each further reading takes away what every line, or the quote as a whole, carries. */
function* readingsOf(sent, side) {
    for (const reading of strippedReadings(sent, side)) {
        yield reading;
        const unescaped = withoutEscapes(reading);
        if (unescaped !== undefined)
            yield unescaped;
    }
}
function* strippedReadings(sent, side) {
    yield sent;
    const unfenced = withoutFence(sent);
    if (unfenced !== undefined)
        yield unfenced;
    const bare = unfenced ?? sent;
    const unnumbered = withoutNumbers(bare);
    for (const reading of [unnumbered, withoutOurNumbers(bare), withoutColumns(bare)]) {
        if (reading === undefined)
            continue;
        yield reading;
        const unmarked = withoutMarks(reading, side);
        if (unmarked !== undefined)
            yield unmarked;
    }
    const unmarked = withoutMarks(bare, side);
    if (unmarked !== undefined)
        yield unmarked;
}
/** With one sentence more about what was taken away. */
function read(from, lines, note) {
    return { lines, notes: [...from.notes, note] };
}
function readings_isSolid(line) {
    return line.trim() !== '';
}
function withoutFence(reading) {
    const solid = reading.lines.filter(readings_isSolid);
    const [first = '', last = ''] = [solid[0]?.trimStart(), solid.at(-1)?.trim()];
    if (solid.length > 2 && /^(?:```|~~~)/.test(first) && /^(?:```|~~~)$/.test(last)) {
        return read(reading, solid.slice(1, -1), 'Read without its code fence.');
    }
    const inline = solid.length === 1 && last.length > 2 && /^`[^`]+`$/.test(last);
    return inline ? read(reading, [last.slice(1, -1)], 'Read without its backticks.') : undefined;
}
/** `12 | text`, `12: text`, `12→text`, or a tab behind the number. */
const number = /^\s*([0-9]{1,7})(?: ?[|:│→]|\t) ?/;
function withoutNumbers(reading) {
    const numbers = numbersOf(reading.lines, number);
    if (numbers === undefined)
        return undefined;
    return read(reading, reading.lines.map((line) => line.replace(number, '')), 'Read without line numbers.');
}
/** Our own rendering of the diff: number, blank, sign, text. A blank line may have lost what stands behind its number. */
const ours = /^ *([0-9]{1,7})(?: ([-+ ])|$)/;
function withoutOurNumbers(reading) {
    const heads = reading.lines.filter(readings_isSolid).map((line) => ours.exec(line));
    if (!ascendOnEachSide(heads))
        return undefined;
    const signed = heads.some((head) => head?.[2] === '+' || head?.[2] === '-');
    const lines = reading.lines.map((line) => line.replace(/^ *[0-9]{1,7} ?/, ''));
    return read(reading, signed ? lines : lines.map((line) => line.replace(/^ /, '')), 'Read without number columns.');
}
/** Removed lines carry numbers of the old file, all others of the new one. */
function ascendOnEachSide(heads) {
    const last = { old: -1, new: -1 };
    for (const head of heads) {
        if (head === null)
            return false;
        const side = head[2] === '-' ? 'old' : 'new';
        if (Number(head[1]) <= last[side])
            return false;
        last[side] = Number(head[1]);
    }
    return heads.length > 0;
}
/** A number column of a file as others print it, and the sign where there is one. */
const column = /^ *([0-9]{1,7}) +/;
function withoutColumns(reading) {
    if (numbersOf(reading.lines, column) === undefined)
        return undefined;
    const cut = reading.lines.map((line) => line.replace(column, ''));
    const signed = cut.some((line) => /^[+-]/.test(line));
    // The blanks before a line of context are gone with the column; with signs about, it needs one of its own.
    const lines = signed ? cut.map((line) => (/^[+-]/.test(line) || !readings_isSolid(line) ? line : ` ${line}`)) : cut;
    return read(reading, lines, 'Read without number columns.');
}
/** Undefined where a line has none or they do not ascend: then they are no line numbers. */
function numbersOf(lines, prefix) {
    const numbers = [];
    for (const line of lines.filter(readings_isSolid)) {
        const found = prefix.exec(line)?.[1];
        if (found === undefined || Number(found) <= (numbers.at(-1) ?? -1))
            return undefined;
        numbers.push(Number(found));
    }
    return numbers.length === 0 ? undefined : numbers;
}
function withoutMarks(reading, side) {
    const solid = reading.lines.filter(readings_isSolid);
    if (!solid.every((line) => /^[+ -]/.test(line)) || !solid.some((line) => /^[+-]/.test(line)))
        return undefined;
    const other = side === 'new' ? '-' : '+';
    const own = solid.filter((line) => !line.startsWith(other));
    const mixed = own.length > 0 && own.length < solid.length;
    return read(reading, (mixed ? own : solid).map((line) => line.slice(1)), mixed ? 'Read without diff markers and without the lines of the other side.' : 'Read without diff markers.');
}
const shownCodePoint = /⟨U\+([0-9A-F]{4,6})⟩/g;
const lastCodePoint = 0x10ffff;
/** The characters that we ourselves showed as escapes. */
function withoutEscapes(reading) {
    if (!reading.lines.some((line) => line.includes('⟨')))
        return undefined;
    const lines = reading.lines.map((line) => line.replace(/⟨CR⟩$/, '').replace(shownCodePoint, (shown, hex) => {
        const code = Number.parseInt(hex, 16);
        return code > lastCodePoint ? shown : String.fromCodePoint(code);
    }));
    return read(reading, lines, 'Read with its escapes as the characters that they stand for.');
}
/** Marks a place where the quote leaves lines out. */
const ellipsis = /^(?:\.{3,}|…|\[(?:\.{3}|…)\])$/;
/** `// ... the rest as before ...` */
const commentedEllipsis = /^(?:\/\/|#|--|\/\*|<!--) ?(?:\.{3}|…)/;
const MAX_ELLIPSIS = 80;
/** The parts of a quote that leaves lines out; undefined for one that does not. */
function segmentsOf(lines) {
    const segments = [[]];
    for (const line of lines) {
        if (isEllipsis(line))
            segments.push([]);
        else if (readings_isSolid(line))
            segments.at(-1)?.push(line);
    }
    const solid = segments.filter((segment) => segment.length > 0);
    return segments.length > 1 && solid.length > 0 ? solid : undefined;
}
function isEllipsis(line) {
    const shown = line.trim();
    return shown.length <= MAX_ELLIPSIS && (ellipsis.test(shown) || commentedEllipsis.test(shown));
}

;// CONCATENATED MODULE: ./src/evidence/locate.ts








/** A longer quote proves nothing that a part of it would not. Characters. */
const MAX_QUOTE_CHARACTERS = 64 * 1024;
/** Quotes with fewer than eight letters and digits stand nearly anywhere. */
const provesPlace = /(?:[\p{L}\p{N}][^\p{L}\p{N}]*){8}/u;
/** Finds the quote in the text. The place comes from the quote, not from the claim. */
function locate(text, claim) {
    return locateIn(indexText(text), claim);
}
/** `locate` for a text that is looked into more than once. */
function locateIn(text, claim) {
    if (claim.quote.length > MAX_QUOTE_CHARACTERS) {
        return { status: 'unverified', detail: `The quote is longer than ${MAX_QUOTE_CHARACTERS} characters.` };
    }
    const sent = { lines: toLines(claim.quote), notes: [] };
    const claimed = verbatimAt(text, sent.lines, claim.startLine);
    // What a claim says of a verbatim quote holds, wherever else the quote may stand.
    if (claimed !== undefined)
        return toLocation({ kind: 'claimed', region: claimed }, { text, claim, reading: sent });
    return search(text, claim, sent);
}
function search(text, claim, sent) {
    const readings = [];
    for (const reading of readingsOf(sent, claim.side ?? 'new')) {
        const location = placeWhole({ text, claim, reading });
        if (location !== undefined)
            return location;
        readings.push(reading);
    }
    for (const find of [placePiece, placeSegments]) {
        for (const reading of readings) {
            const location = find({ text, claim, reading });
            if (location !== undefined)
                return location;
        }
    }
    return placeAlike(readings, text, claim);
}
function placeWhole(search) {
    const matches = findWhole(search.text, search.reading.lines);
    return matches.count === 0 ? undefined : chooseAmong(matches, search);
}
function placePiece({ text, claim, reading }) {
    const found = findContained(text, reading.lines);
    if (found.length === 0)
        return undefined;
    const { lines, notes } = reading;
    const note = 'The quote holds only a part of a line.';
    return chooseAmong(matchesOf(found), { text, claim, reading: { lines, notes: [...notes, note] } });
}
/** The place of the longest part of a quote with ellipses, if the other parts stand before and behind it. */
function placeSegments({ text, claim, reading }) {
    const segments = segmentsOf(reading.lines);
    if (segments === undefined)
        return undefined;
    const sizes = segments.map(countCharacters);
    const longest = sizes.indexOf(Math.max(...sizes));
    const note = `Only the longest of ${segments.length} parts between ellipses places the quote.`;
    const lines = segments[longest] ?? [];
    const location = placeWhole({ text, claim, reading: { lines, notes: [...reading.notes, note] } });
    if (location === undefined || !('region' in location))
        return location;
    const { startLine, endLine } = location.region;
    const before = segments
        .slice(0, longest)
        .every((part) => stands(text, part, { startLine: 1, endLine: startLine - 1 }));
    const after = segments
        .slice(longest + 1)
        .every((part) => stands(text, part, { startLine: endLine + 1, endLine: text.lines.length }));
    if (before && after)
        return location;
    return { status: 'unverified', detail: `${note} Another part does not stand where it should.` };
}
function stands(text, lines, { startLine, endLine }) {
    const matches = findWhole(text, lines);
    const [first, last] = [matches.regionAt(0), matches.regionAt(matches.count - 1)];
    return first !== undefined && last !== undefined && first.endLine <= endLine && last.startLine >= startLine;
}
function chooseAmong(matches, { text, claim, reading }) {
    const choice = choose(matches, {
        claim,
        weak: isWeak(reading.lines),
        isVerbatim: (region) => isVerbatim(text, reading.lines, region),
    });
    return toLocation(choice, { text, claim, reading });
}
function toLocation(choice, { text, claim, reading }) {
    switch (choice.kind) {
        case 'too-short':
            return { status: 'unverified', detail: 'The quote is too short to prove a place away from the claimed line.' };
        case 'ambiguous': {
            const detail = `The quote stands at ${choice.places} places, none at the claimed line.`;
            return { status: 'ambiguous', detail: withNotes([detail], reading.notes) };
        }
        case 'claimed':
        case 'moved': {
            const { region } = choice;
            const moved = choice.kind === 'moved' ? [movedNote(claim, region)] : [];
            if (choice.kind === 'moved' && readsOpposite(text, claim.startLine, reading.lines)) {
                const opposite = `Line ${claim.startLine} itself reads nearly the same and says something else.`;
                return { status: 'ambiguous', detail: withNotes([...moved, opposite], reading.notes) };
            }
            const blank = isVerbatim(text, reading.lines, region) ? [] : ['Whitespace differs.'];
            const notes = [...moved, ...(reading.notes.length === 0 ? blank : reading.notes)];
            const status = choice.kind === 'moved' ? 'relocated' : 'verified';
            return { status, region, text: ownLines(text, region), detail: notes.length === 0 ? null : notes.join(' ') };
        }
    }
}
function movedNote({ startLine }, region) {
    return `Moved from line ${startLine} to line ${region.startLine}.`;
}
function placeAlike(readings, text, claim) {
    const distance = ({ region }) => Math.abs(region.startLine - claim.startLine);
    let seen = '';
    // What was taken away the last makes the plainest reading.
    for (const reading of readings.toReversed().slice(0, 2)) {
        const places = isWeak(reading.lines) ? [] : findAlike(text, reading.lines);
        const near = places.find((place) => distance(place) <= NEAR_LINES);
        if (near !== undefined)
            return toApproximate(near, places, { text, claim, reading });
        const line = places[0]?.region.startLine;
        if (line !== undefined)
            seen = `; something like it stands at line ${line}, too far from line ${claim.startLine}`;
    }
    return { status: 'unverified', detail: `The quote does not stand in the file${seen}.` };
}
function toApproximate(best, places, search) {
    if (best.likeness === 1)
        return chooseAmongEqual(places, search);
    const { text, claim, reading } = search;
    const { region, likeness, polarity } = best;
    const percent = Math.floor(likeness * 100);
    if (places.length > 1) {
        const detail = `Several places are about as like the quote as the likest, by ${percent} %.`;
        return { status: 'ambiguous', detail: withNotes([detail], reading.notes) };
    }
    const moved = region.startLine === claim.startLine ? [] : [movedNote(claim, region)];
    const difference = polarity === undefined ? `Matched approximately: ${percent} % alike.` : alteredNote(polarity);
    return {
        status: polarity === undefined ? 'relocated' : 'altered',
        region,
        text: ownLines(text, region),
        detail: withNotes([...moved, difference], reading.notes),
    };
}
/** Every word and operator is the same, so the claim decides as it does for the very quote. */
function chooseAmongEqual(places, { text, claim, reading }) {
    const regions = places.filter(({ likeness }) => likeness === 1).map(({ region }) => region);
    const ordered = regions.toSorted((a, b) => a.startLine - b.startLine);
    const notes = [...reading.notes, 'Semicolons or quotation marks differ.'];
    const location = chooseAmong(matchesOf(ordered), { text, claim, reading: { lines: reading.lines, notes } });
    return location.status === 'verified' ? { ...location, status: 'relocated' } : location;
}
function alteredNote({ onlyInFile, onlyQuoted }) {
    return `The quote was altered: the file has ${locate_shown(onlyInFile)} where it has ${locate_shown(onlyQuoted)}.`;
}
const MAX_SHOWN = 5;
/** Operators, words and numbers, so short and harmless; a long number is cut. */
function locate_shown(marks) {
    if (marks.length === 0)
        return 'nothing';
    const some = marks.slice(0, MAX_SHOWN).map((mark) => `"${mark.slice(0, 20)}"`);
    return some.join(' ') + (marks.length > MAX_SHOWN ? ' …' : '');
}
function withNotes(sentences, notes) {
    return [...sentences, ...notes].join(' ');
}
function ownLines({ lines }, { startLine, endLine }) {
    return lines.slice(startLine - 1, endLine).join('\n');
}
function isWeak(quote) {
    return !provesPlace.test(quote.join('\n'));
}
function countCharacters(lines) {
    return lines.reduce((count, line) => count + (line.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
}

;// CONCATENATED MODULE: ./src/evidence/path-list.ts

/** More paths with one last segment are not compared: the path must be told by more than its end. */
const path_list_MAX_COMPARED = 5_000;
/** An absolute path that ends with a path of this many segments does so by more than chance. */
const MIN_SEGMENTS = 2;
/** Both indexes are made when first asked for: nearly every path is whole. */
function toPathList(names) {
    const paths = [...new Set(names.values())];
    const byLastSegment = groupOnce(paths, lastSegment);
    const byLowerCase = groupOnce(paths, (path) => path.toLowerCase());
    return { names, byLastSegment, byLowerCase };
}
function groupOnce(paths, key) {
    let made;
    return () => {
        made ??= (0,group_by/* groupBy */.$)(paths, key);
        return made;
    };
}
function lastSegment(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
/** The known paths that end with the written one, or that an absolute one ends with. */
function pathsEndingWith(list, written) {
    const alike = list.byLastSegment().get(lastSegment(written)) ?? [];
    // Two of them are enough to say that it cannot be told.
    if (alike.length > path_list_MAX_COMPARED)
        return alike.slice(0, 2);
    const isAbsolute = written.startsWith('/');
    return alike.filter((path) => isAbsolute ? path.split('/').length >= MIN_SEGMENTS && written.endsWith(`/${path}`) : path.endsWith(`/${written}`));
}
/** The known paths that differ from the written one in nothing but case. */
function pathsOfAnyCase(list, written) {
    return list.byLowerCase().get(written.toLowerCase()) ?? [];
}

;// CONCATENATED MODULE: ./src/evidence/resolve-path.ts


/** Reads the lists of known paths once, for all findings. */
function pathResolver(context) {
    const changed = { new: changedPaths('new', context), old: changedPaths('old', context) };
    const readTree = treesOf(context.treePaths);
    return async (side, written) => {
        const asWritten = changed[side].names.get(written);
        if (asWritten !== undefined)
            return { kind: 'resolved', path: asWritten, note: undefined };
        const tree = await readTree(side);
        const lists = tree === undefined ? [changed[side]] : [changed[side], tree];
        const spellings = spellingsOf(written, context.roots);
        for (const spelling of spellings) {
            const known = lists.map(({ names }) => names.get(spelling)).find((path) => path !== undefined);
            // A changed file goes by its old name, and by the one that its snapshot or the diff shows, as well.
            if (known !== undefined)
                return { kind: 'resolved', path: known, note: noteOf(written, spelling) };
            const isAsked = tree === undefined && whyUnusable(spelling) === undefined;
            if (isAsked && (await context.exists(side, spelling))) {
                return { kind: 'resolved', path: spelling, note: noteOf(written, spelling) };
            }
        }
        return resolveInexactly(lists, { written, spellings }) ?? unresolved(written, side, tree);
    };
}
function resolveInexactly(lists, { written, spellings }) {
    for (const find of [pathsEndingWith, pathsOfAnyCase]) {
        for (const spelling of spellings) {
            for (const list of lists) {
                const [only, ...others] = find(list, spelling);
                if (others.length > 0)
                    return { kind: 'rejected', reason: 'the path fits more than one file' };
                if (only !== undefined)
                    return { kind: 'resolved', path: only, note: noteOf(written, only) };
            }
        }
    }
    return undefined;
}
function unresolved(written, side, tree) {
    const reason = whyUnusable(written);
    if (reason !== undefined)
        return { kind: 'rejected', reason };
    if (tree === undefined)
        return { kind: 'resolved', path: written.replace(/^\.\//, ''), note: undefined };
    return { kind: 'rejected', reason: `there is no such path ${side === 'new' ? 'at the head' : 'at the base'}` };
}
const resolve_path_MAX_SHOWN = 200;
function noteOf(written, path) {
    return written === path ? undefined : `The path was given as "${(0,invisible/* showPath */.P)(written.slice(0, resolve_path_MAX_SHOWN))}".`;
}
/** A line or a range of lines behind the path: `:12`, `:12:5`, `:12-20`, `#L12-L20`. */
const position = /(?::[0-9]{1,9}(?:[:-][0-9]{1,9})?|#L[0-9]{1,9}(?:-L?[0-9]{1,9})?)$/;
/** The path as it was written, then with less and less around it. */
function spellingsOf(written, roots) {
    if (written.length > MAX_PATH_CHARACTERS)
        return [written];
    const unquoted = written.trim().replace(/^`|`$/g, '');
    const placed = unquoted.replace(position, '');
    const local = placed.replace(/^file:\/\/(?=\/)/, '');
    const plain = local.replace(/^\.\//, '');
    const root = roots.find((directory) => plain.startsWith(`${directory}/`));
    const relative = root === undefined ? plain : plain.slice(root.length + 1);
    const unprefixed = relative.replace(/^[ab]\//, '');
    return [...new Set([written, unquoted, placed, local, plain, relative, unprefixed])];
}
/** What a reviewer may write → the path on the asked side. The diff shows it paths with visible escapes. */
function changedPaths(side, { diff, neutralised }) {
    const names = new Map();
    for (const { path, snapshotPath } of neutralised)
        names.set(snapshotPath, path);
    for (const { path } of diff.omitted)
        names.set(path, path);
    for (const { path, oldPath } of diff.files) {
        const asked = side === 'old' ? (oldPath ?? path) : path;
        names.set((0,invisible/* showPath */.P)(path), asked).set(path, asked);
        if (oldPath !== undefined && side === 'old')
            names.set((0,invisible/* showPath */.P)(oldPath), oldPath).set(oldPath, oldPath);
    }
    return toPathList(names);
}
/** The lists of the whole tree, read when first asked for. */
function treesOf(treePaths) {
    const known = new Map();
    return async (side) => {
        if (treePaths === undefined)
            return undefined;
        const list = known.get(side) ?? treePaths(side).then((paths) => toPathList(new Map(paths.map((path) => [path, path]))));
        known.set(side, list);
        return list;
    };
}
const MAX_PATH_CHARACTERS = 4096;
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const scheme = /^[a-zA-Z][a-zA-Z0-9+.-]*:/;
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

// EXTERNAL MODULE: ./src/diff/lines.ts
var lines = __webpack_require__(1008);
;// CONCATENATED MODULE: ./src/evidence/scope.ts

/** Reads the diff once, for all findings. */
function scopeIn(diff) {
    const files = new Map();
    const omitted = new Map(diff.omitted.map((file) => [file.path, file]));
    for (const file of diff.files) {
        const scope = fileScope(file);
        files.set(`new ${file.path}`, scope);
        files.set(`old ${file.oldPath ?? file.path}`, scope);
    }
    return ({ path, side, region }) => {
        const file = files.get(`${side} ${path}`);
        if (file !== undefined)
            return { kind: file(side, region) };
        const left = omitted.get(path);
        if (left === undefined)
            return { kind: 'unchanged' };
        return left.kind === 'excluded' ? { kind: 'excluded', reason: left.reason } : { kind: 'changed' };
    };
}
function fileScope(file) {
    // A rename or another mode: there is no line that the change is about.
    if (file.hunks.length === 0)
        return () => 'changed';
    const changed = (0,lines/* changedRegions */.eI)(file);
    const shown = { new: hunkRegions(file, 'new'), old: hunkRegions(file, 'old') };
    return (side, region) => {
        if (touches(changed[side], region))
            return 'changed';
        return touches(shown[side], region) ? 'context' : 'file';
    };
}
function hunkRegions({ hunks }, side) {
    return hunks.flatMap((hunk) => {
        const [start, count] = side === 'new' ? [hunk.newStart, hunk.newLines] : [hunk.oldStart, hunk.oldLines];
        return count === 0 ? [] : [{ startLine: start, endLine: start + count - 1 }];
    });
}
/** Whether one of the regions, which are in order and apart, shares a line with this one. */
function touches(regions, { startLine, endLine }) {
    let low = 0;
    let high = regions.length;
    while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if ((regions[middle]?.endLine ?? 0) < startLine)
            low = middle + 1;
        else
            high = middle;
    }
    const first = regions[low];
    return first !== undefined && first.startLine <= endLine;
}

;// CONCATENATED MODULE: ./src/evidence/check.ts








/** Of one reviewer, in all its requests; one answer holds 500 at most. */
const MAX_FINDINGS = 5_000;
/** Findings whose files are asked for together. */
const READ_AHEAD = 64;
/** Texts that are kept cut into lines at once. */
const MAX_INDEXED = 16;
/** Looks up the quotes of all findings of one reviewer; of too many, those of the worst. */
async function checkFindings(findings, context) {
    const material = {
        reviewer: context.reviewer,
        look: lookupIn(context),
        scopeOf: scopeIn(context.diff),
        search: context.search,
    };
    const readAhead = aheadIn(context);
    const checked = [];
    const rejected = [];
    const inOrder = findings.length > MAX_FINDINGS ? findings.toSorted(rule/* bySeverity */.Np) : findings;
    for (const [index, raw] of inOrder.slice(0, MAX_FINDINGS).entries()) {
        if (index % READ_AHEAD === 0)
            await readAhead(inOrder.slice(index, index + READ_AHEAD));
        const outcome = await checkFinding(raw, material);
        if (typeof outcome === 'string')
            rejected.push(toRejected(context.reviewer, outcome, raw));
        else
            checked.push(outcome);
    }
    for (const raw of inOrder.slice(MAX_FINDINGS)) {
        rejected.push(toRejected(context.reviewer, `more than ${MAX_FINDINGS} findings of one reviewer`, raw));
    }
    return { checked, rejected };
}
/** The host reads faster what it is asked for at once. What is not a changed file is looked up on its own. */
function aheadIn({ diff, files }) {
    const changed = new Set(diff.files.map(({ path }) => path));
    return async (findings) => {
        const wanted = new Map(findings.map(({ side, path }) => [`${side} ${path}`, { side, path }]));
        const known = [...wanted.values()].filter(({ path }) => changed.has(path));
        if (known.length > 1)
            await Promise.all(known.map(({ side, path }) => files.text(side, path)));
    };
}
function lookupIn({ diff, files, neutralised = [], treePaths, roots = [] }) {
    const read = readerOf(files);
    const exists = async (side, path) => (await read(side, path)) !== undefined;
    const resolve = pathResolver({ diff, neutralised, treePaths, roots, exists });
    return async (side, path) => {
        const resolved = await resolve(side, path);
        if (resolved.kind === 'rejected')
            return resolved;
        return { kind: 'found', path: resolved.path, text: await read(side, resolved.path), note: resolved.note };
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
        const indexed = indexed_text_indexText(text);
        const [oldest] = kept.keys();
        if (kept.size >= MAX_INDEXED && oldest !== undefined)
            kept.delete(oldest);
        kept.set(key, indexed);
        return indexed;
    };
}
/** The checked finding, or why it cannot be accepted. */
async function checkFinding(raw, material) {
    const capped = capFinding(raw);
    if (capped.kind === 'rejected')
        return capped.reason;
    const found = await material.look(raw.side, raw.path);
    if (found.kind === 'rejected')
        return found.reason;
    const finding = { ...capped.finding, path: found.path };
    const place = check_placeOf(finding, found.text);
    if (typeof place === 'string')
        return place;
    const related = await checkRelated(finding, material);
    const scope = outOfScope(finding, { place, related }, material);
    const otherSide = place.status === 'unverified' ? await otherSideNote(finding, material) : undefined;
    const { basis, detail: searched } = (0,types_result/* isLocated */.B0)(place)
        ? await withSearches(finding, material.search)
        : { basis: 'inferred', detail: null };
    const details = [place.detail, otherSide, found.note, ...capped.notes, ...related.notes, searched, scope];
    return {
        finding: {
            ...finding,
            triage: scope === undefined ? finding.triage : 'out-of-scope',
            basis,
        },
        region: place.region,
        text: place.text,
        evidence: { status: place.status, detail: check_joined(details) },
        related: related.located,
        anchor: anchorIn(found.text, place, finding),
        reviewer: material.reviewer,
    };
}
/** A line that nothing proves would make the identity depend on a line number. */
function anchorIn(text, { status, region }, { quote }) {
    const hasPlace = text !== undefined && status !== 'unverified' && status !== 'ambiguous';
    return hasPlace ? anchorOf(text, region) : anchorOfQuote(quote);
}
function check_placeOf(finding, text) {
    const location = text === undefined ? unreadable(finding) : locateIn(text, finding);
    if ('region' in location)
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
/** A claim about code that the change removed, or not yet had, is not moved to the other side: it may be just wrong. */
async function otherSideNote({ side, path, ...claim }, { look }) {
    const other = side === 'new' ? 'old' : 'new';
    const region = await findIn(look, { ...claim, side: other, path });
    return region && `The quote stands on the ${other} side only, at line ${region.region.startLine}.`;
}
/** Where the quote is proven to stand; undefined where it is not. */
async function findIn(look, { path, ...claim }) {
    const found = await look(claim.side, path);
    if (found.kind === 'rejected' || found.text === undefined)
        return undefined;
    const location = locateIn(found.text, claim);
    return 'region' in location && (0,types_result/* isLocated */.B0)(location) ? { path: found.path, region: location.region } : undefined;
}
async function checkRelated({ related }, { look, scopeOf }) {
    const located = [];
    const notes = [];
    let touchesChange = false;
    let lost = 0;
    for (const { path, startLine, quote } of related) {
        const claim = { path, startLine, endLine: startLine, quote };
        const now = await findIn(look, { ...claim, side: 'new' });
        if (now !== undefined) {
            located.push({ ...now, quote });
            touchesChange ||= isInHunk(scopeOf({ ...now, side: 'new' }));
            continue;
        }
        const before = await findIn(look, { ...claim, side: 'old' });
        if (before === undefined || scopeOf({ ...before, side: 'old' }).kind !== 'changed')
            lost += 1;
        else {
            touchesChange = true;
            notes.push(`A related quote stands among the removed lines, at line ${before.region.startLine} of the old side.`);
        }
    }
    if (lost > 0)
        notes.push(`${lost} of ${related.length} related locations could not be found.`);
    return { located, touchesChange, notes };
}
function isInHunk({ kind }) {
    return kind === 'changed' || kind === 'context';
}
/** Why the finding is not about this change; undefined when it is. */
function outOfScope({ path, side }, { place, related }, { scopeOf }) {
    if (related.touchesChange)
        return undefined;
    const scope = scopeOf({ path, side, region: place.region });
    switch (scope.kind) {
        case 'changed':
        case 'context':
            return undefined;
        case 'file':
            // A place that nobody found cannot be said to lie outside the change.
            if (place.status === 'ambiguous' || place.status === 'unverified')
                return undefined;
            return 'Out of scope: the change shows neither these lines nor a related location.';
        case 'unchanged':
            return 'Out of scope: neither this path nor a related location was changed.';
        case 'excluded':
            return `Out of scope: the policy leaves this path out (${scope.reason}).`;
    }
}
function check_joined(details) {
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/evidence/own/lock-files.ts


/** Files by which a lock file may rightly change. `*` stands for any beginning of a name. */
const manifests = new Map([
    ['package-lock.json', ['package.json']],
    ['npm-shrinkwrap.json', ['package.json']],
    ['yarn.lock', ['package.json', '.yarnrc.yml', '.yarnrc']],
    ['pnpm-lock.yaml', ['package.json', 'pnpm-workspace.yaml', '.pnpmfile.cjs']],
    ['Cargo.lock', ['Cargo.toml']],
    ['go.sum', ['go.mod', 'go.work']],
    ['poetry.lock', ['pyproject.toml']],
    ['uv.lock', ['pyproject.toml', 'uv.toml']],
    ['Pipfile.lock', ['Pipfile']],
    ['Gemfile.lock', ['Gemfile', '*.gemspec']],
    ['composer.lock', ['composer.json']],
]);
/** Lock files whose lines change though no manifest does that they could follow. */
function lockFiles(files) {
    const changed = files.filter((file) => isRewritten(file) && manifests.has(external_node_path_.posix.basename(file.path)));
    if (changed.length === 0)
        return [];
    const known = manifestPlaces(files);
    return changed.flatMap((file) => {
        const names = manifests.get(external_node_path_.posix.basename(file.path)) ?? [];
        if (names.some((name) => known.isNear(name, external_node_path_.posix.dirname(file.path))))
            return [];
        const what = `This lock file changes, but no ${names[0]} in its directory, above it or below it does.`;
        return [{ rule: 'config-ci', anchor: firstChangedLine(file), title, what, advice }];
    });
}
const title = 'A lock file changes without its manifest';
const advice = 'Reviewers are not shown lock files; make sure that the versions and places that it now names are meant.';
/** A new lock file follows a manifest that was there; one that goes decides nothing. */
function isRewritten({ status, added, removed }) {
    return (status === 'modified' || status === 'renamed') && added + removed > 0;
}
function manifestPlaces(files) {
    const wanted = new Set([...manifests.values()].flat());
    const at = new Set();
    const above = new Set();
    for (const path of files.flatMap(({ path: now, oldPath }) => (oldPath === undefined ? [now] : [now, oldPath]))) {
        const base = external_node_path_.posix.basename(path);
        const name = wanted.has(base) ? base : `*${external_node_path_.posix.extname(base)}`;
        if (!wanted.has(name))
            continue;
        const directory = external_node_path_.posix.dirname(path);
        at.add(lock_files_placeOf(name, directory));
        for (const one of withParents(directory))
            above.add(lock_files_placeOf(name, one));
    }
    return {
        isNear: (name, directory) => above.has(lock_files_placeOf(name, directory)) || withParents(directory).some((one) => at.has(lock_files_placeOf(name, one))),
    };
}
function lock_files_placeOf(name, directory) {
    return `${directory}\0${name}`;
}
/** A path has at most some thousand characters, but as many parts: more than these are no project. */
const maximumDepth = 50;
/** The directory itself first, the root of the repository, `.`, last. */
function withParents(directory) {
    if (directory === '.')
        return ['.'];
    const parts = directory.split('/').slice(0, maximumDepth);
    return [...parts.map((_, index) => parts.slice(0, parts.length - index).join('/')), '.'];
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
    return [...line.matchAll(words)].flatMap((match) => look_alikes_lettersOf(match[0], match.index));
}
function look_alikes_lettersOf(word, start) {
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
const deceptive_candidates = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/gu;
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
    for (const match of text.matchAll(deceptive_candidates)) {
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
    look: (scanned) => firstOf(scans_linesOf(scanned), (line, index) => {
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
function scans_linesOf({ kind, text }) {
    return kind === 'prose' ? text.split('\n') : [text];
}
/** A name is read in parts and with spaces, prose in lines and as a whole, so that a line break hides nothing. */
function scans_readingsOf(scanned) {
    const { kind, text } = scanned;
    switch (kind) {
        case 'line':
            return [text];
        case 'prose':
            return [...scans_linesOf(scanned), text];
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

;// CONCATENATED MODULE: ./src/evidence/own/tests/changed-line.ts
/** The place of a line of a test file: on the old side where the change removed it. */
function anchorOfLine(path, { line, text }) {
    return line.kind === 'removed'
        ? { path, side: 'old', line: line.oldLine, text }
        : { path, side: 'new', line: line.newLine, text };
}
/** The same statement reads the same, however it is indented and ended. */
function statementOf({ text }) {
    return text.replace(/\s+/g, '').replace(/[;,]$/, '');
}
/** How often each statement stands there; what moved is taken off on the other side. */
function countStatements(lines) {
    const counts = new Map();
    for (const line of lines) {
        const statement = statementOf(line);
        counts.set(statement, (counts.get(statement) ?? 0) + 1);
    }
    return counts;
}
/** Takes one of these statements off; false where there is none left. */
function takeStatement(counts, line) {
    const statement = statementOf(line);
    const count = counts.get(statement) ?? 0;
    if (count === 0)
        return false;
    counts.set(statement, count - 1);
    return true;
}

;// CONCATENATED MODULE: ./src/evidence/own/tests/removed-tests.ts



const removed_tests_advice = 'Make sure that what it proved is proved elsewhere, or no longer has to hold.';
/** Cases that the change takes away and writes nowhere else, and test files that it deletes. */
function removedTests(test, change) {
    const { file } = test;
    if (test.addsTables)
        return [];
    const gone = test.hunks
        .filter(({ addsLoop }) => !addsLoop)
        .flatMap((hunk) => hunk.removedCases.filter((begin) => change.fateOf(hunk, begin.begins).kind === 'gone' && !wasSkipped(begin, test)));
    if (file.status === 'deleted')
        return deletedFile(test, { gone, change });
    return gone.map((begin) => ({
        rule: 'test-gap',
        anchor: anchorOfOldLine(file.path, begin),
        title: 'A test is removed',
        what: `The test ${quotedName(begin.begins)} is removed and appears nowhere else in this change.`,
        advice: removed_tests_advice,
    }));
}
/** One sighting: the file is what a person would look for. */
function deletedFile({ file, named }, { gone, change }) {
    if (change.wentWithSubject(file.path))
        return [];
    const [first] = gone;
    // Too large to be shown.
    const unseen = named && file.hunks.length === 0 && file.removed > 0;
    if (first === undefined && !unseen)
        return [];
    const cases = first === undefined ? '' : ` ${countOf(gone.length)}, such as ${quotedName(first.begins)}, went with it.`;
    const what = `This test file is deleted.${cases}`;
    return [{ rule: 'test-gap', anchor: firstChangedLine(file), title: 'A test file is deleted', what, advice: removed_tests_advice }];
}
function countOf(count) {
    return count === 1 ? 'One test' : `${count} tests`;
}
/** A case that did not run proves nothing when it goes. */
function wasSkipped({ code }, { language }) {
    return language.skip.test(code);
}
/** Also where the line itself stays and only its marker went. */
function anchorOfOldLine(path, begin) {
    const { line, text } = begin;
    return line.kind === 'added' ? anchorOfLine(path, begin) : { path, side: 'old', line: line.oldLine, text };
}
const maximumNameLength = 100;
/** The name of a test as one visible line. */
function quotedName(name) {
    return `"${(0,invisible/* showInvisible */.j)(name.length > maximumNameLength ? `${name.slice(0, maximumNameLength)}…` : name)}"`;
}

;// CONCATENATED MODULE: ./src/evidence/own/tests/lost-assertions.ts


const lost_assertions_advice = 'Make sure that it still fails when the code is wrong.';
/** Calls by which assertions are gathered in a function of the tests' own. */
const ownAssertion = /^\s*(?:await\s+|return\s+)?(?:\w+\.)*(?:assert|expect|verify|check|should|must|ensure)[A-Z_]?\w*\s*[(!]/;
/** One of these can stand for many. */
const wholeValue = /\.(?:toEqual|toStrictEqual|toMatchObject|toMatch\w*Snapshot|deepEqual|deepStrictEqual|containsExactly|BeEquivalentTo)\b|\.deep\.|assert(?:Dict|List|Set|Tuple|Count)Equal|assertAll\b|assert_eq!|assert_\w*snapshot|reflect\.DeepEqual|cmp\.Diff/i;
/** Test cases that stay and hold fewer assertions than before. */
function lostAssertions(change) {
    const removed = change.files.flatMap((test) => assertionsOf(test, 'removed'));
    const added = change.files.flatMap((test) => assertionsOf(test, 'added'));
    const moved = lost_assertions_movedLines(removed, added);
    const accounts = new Map();
    for (const changed of removed) {
        const key = moved.has(changed.line) || mayBeMany(changed) ? undefined : lost_assertions_keyOf(changed, change);
        if (key !== undefined)
            accountOf(accounts, key).lost.push(changed);
    }
    for (const changed of added) {
        const account = accounts.get(lost_assertions_keyOf(changed, change) ?? '');
        if (account === undefined || moved.has(changed.line))
            continue;
        account.got += changed.count;
        account.standIns += isStandIn(changed) || mayBeMany(changed) ? 1 : 0;
    }
    return [...accounts.values()].flatMap(toSighting);
}
function assertionsOf(test, kind) {
    return test.hunks.flatMap((hunk) => (kind === 'added' ? hunk.new : hunk.old).flatMap((line) => {
        if (line.line.kind !== kind)
            return [];
        const changed = { test, hunk, line, count: countAssertions(line, test.language) };
        return changed.count > 0 || (kind === 'added' && isStandIn(changed)) ? [changed] : [];
    }));
}
function countAssertions({ code }, { assertion, setUp }) {
    if (setUp?.test(code))
        return 0;
    return code.match(assertion)?.length ?? 0;
}
function isStandIn({ line: { code }, count }) {
    return (count === 0 && ownAssertion.test(code)) || wholeValue.test(code);
}
/** What stands there now may be done for many values, so that nothing is certain. */
function mayBeMany({ test, hunk }) {
    return test.addsTables || hunk.addsLoop;
}
/** The lines of both sides that say what a line of the other side says: the assertion is elsewhere, not gone. */
function lost_assertions_movedLines(removed, added) {
    const written = countStatements(added.map(({ line }) => line));
    const taken = countStatements(removed.map(({ line }) => line));
    const moved = new Set();
    for (const { line } of removed)
        if (takeStatement(written, line))
            moved.add(line);
    for (const { line } of added)
        if (takeStatement(taken, line))
            moved.add(line);
    return moved;
}
function accountOf(accounts, key) {
    const account = accounts.get(key) ?? { lost: [], got: 0, standIns: 0 };
    accounts.set(key, account);
    return account;
}
/** The case that a line belongs to, the same before and after; undefined where it does not stay or is none. */
function lost_assertions_keyOf({ test, hunk, line }, change) {
    const { owner } = line;
    const { path } = test.file;
    if (owner.kind === 'outside' || (owner.kind === 'unknown' && !test.named))
        return undefined;
    if (owner.kind === 'unknown')
        return JSON.stringify([path, hunk.oldStart]);
    const { name } = owner;
    return line.line.kind === 'removed' ? keyBefore(name, { path, hunk, change }) : keyAfter(name, { path, hunk, change });
}
function keyBefore(name, { path, hunk, change }) {
    if (!hunk.removedNames.has(name))
        return JSON.stringify([path, name]);
    const fate = change.fateOf(hunk, name);
    switch (fate.kind) {
        case 'gone':
        case 'rewritten':
            return undefined;
        case 'moved':
            return JSON.stringify([name]);
        case 'renamed':
            return JSON.stringify([path, fate.to]);
    }
}
function keyAfter(name, { path, hunk, change }) {
    return JSON.stringify(hunk.addedNames.has(name) && change.isMoved(name) ? [name] : [path, name]);
}
function toSighting({ lost, got, standIns }) {
    const [first] = lost;
    const count = lost.reduce((sum, one) => sum + one.count, 0);
    if (first === undefined || count <= got || standIns > 0)
        return [];
    const what = `${lost_assertions_nameOf(first.line.owner)} loses ${assertions(count)} and gets ${got === 0 ? 'none' : got} instead.`;
    const anchor = anchorOfLine(first.test.file.path, first.line);
    return [{ rule: 'test-gap', anchor, title: 'A test loses an assertion', what, advice: lost_assertions_advice }];
}
function lost_assertions_nameOf(owner) {
    return owner.kind === 'case' ? `The test ${quotedName(owner.name)}` : 'A test of this file';
}
function assertions(count) {
    return count === 1 ? 'an assertion' : `${count} assertions`;
}

;// CONCATENATED MODULE: ./src/evidence/own/tests/skipped-tests.ts

const skipped_tests_advice = 'Make sure that somebody means it, and that the test comes back.';
/** How far back the condition of a skip is looked for. Lines. */
const maximumLookBack = 30;
/** Marks by which tests do not run any more, where the change writes them and did not only move them. */
function skippedTests(change) {
    const removed = change.files.flatMap(({ hunks, language }) => hunks.flatMap((hunk) => hunk.old.filter((line) => isRemovedMark(line, language))));
    const moved = countStatements(removed);
    return (test) => test.hunks.flatMap((hunk) => skipsIn(hunk, { test, moved }));
}
function skipsIn(hunk, { test, moved }) {
    const { language, file } = test;
    // A case that was skipped before and is written anew may have another name.
    let before = hunk.old.filter((line) => isRemovedMark(line, language)).length;
    const sightings = [];
    for (const [index, line] of hunk.new.entries()) {
        const mark = line.line.kind === 'added' ? markOf(language, hunk.new, index) : undefined;
        if (mark === undefined)
            continue;
        if (takeStatement(moved, line) || before > 0)
            before -= 1;
        else
            sightings.push(skipped_tests_toSighting(mark, file.path, line));
    }
    return sightings;
}
function isRemovedMark({ line, code }, { skip, skipCall, only }) {
    return line.kind === 'removed' && [skip, skipCall, only].some((pattern) => pattern?.test(code) ?? false);
}
function markOf(language, lines, index) {
    const code = lines[index]?.code ?? '';
    if (language.only?.test(code))
        return 'only';
    const declared = language.skip.test(code);
    const called = (language.skipCall?.test(code) ?? false) && !condition.test(code);
    return (declared || called) && !isInBranch(lines, index) ? 'skip' : undefined;
}
const condition = /\b(?:if|elif|else|unless|when|case|default|switch|guard|except|catch|rescue)\b|\?|&&|\|\|/;
/** Whether the block that the line stands in runs only sometimes. */
function isInBranch(lines, index) {
    const depth = skipped_tests_indentOf(lines[index]?.code ?? '');
    const before = lines.slice(Math.max(0, index - maximumLookBack), index);
    const block = before.findLast((line) => line.code.trim() !== '' && skipped_tests_indentOf(line.code) < depth);
    return block !== undefined && condition.test(block.code);
}
function skipped_tests_indentOf(code) {
    return code.length - code.trimStart().length;
}
function skipped_tests_toSighting(mark, path, line) {
    const anchor = anchorOfLine(path, line);
    const rule = 'test-gap';
    if (mark === 'skip')
        return { rule, anchor, title: 'A test is skipped', what: 'This line skips a test.', advice: skipped_tests_advice };
    const what = 'This line makes all other tests of its file be skipped.';
    return { rule, anchor, title: 'All tests but one are skipped', what, advice: skipped_tests_advice };
}

;// CONCATENATED MODULE: ./src/evidence/own/tests/code-text.ts
/** A longer line is no source that a person wrote; the rest of it is not looked at, so that reading stays linear. */
const maximumLength = 2_000;
/** Starts outside of comments and strings. */
function codeReader(syntax) {
    let open;
    return {
        read: (whole) => {
            const line = whole.slice(0, maximumLength);
            const parts = [];
            for (let at = 0; at < line.length;) {
                const token = open === undefined ? nextToken(syntax, line, at) : restOf(line, at, open);
                const text = line.slice(at, token.end);
                parts.push(token.kind === 'code' ? text : blanked(text, token));
                open = token.open;
                at = token.end;
            }
            return parts.join('');
        },
    };
}
/** What begins no comment and no string in any language of the table. */
const plainText = /[^'"`/#=]+/y;
function nextToken(syntax, line, at) {
    plainText.lastIndex = at;
    const plain = plainText.exec(line)?.[0].length ?? 0;
    if (plain > 0)
        return { kind: 'code', end: at + plain, open: undefined };
    if (syntax.lineComments.some((mark) => line.startsWith(mark, at) && !isAttribute(line, at))) {
        return { kind: 'comment', end: line.length, open: undefined };
    }
    const block = syntax.blockComments.find(([mark]) => line.startsWith(mark, at));
    if (block !== undefined)
        return restOf(line, at + block[0].length, block[1]);
    const long = syntax.longQuotes.find((quote) => line.startsWith(quote, at));
    if (long !== undefined)
        return { ...restOf(line, at + long.length, long), kind: 'string' };
    const character = line[at] ?? '';
    if (syntax.quotes.includes(character))
        return shortString(line, at, character);
    if (character === '/' && syntax.slashes === 'expressions')
        return expression(line, at);
    return { kind: 'code', end: at + 1, open: undefined };
}
/** PHP's attributes begin like its comments. */
function isAttribute(line, at) {
    return line.startsWith('#[', at);
}
/** Up to the delimiter, or to the end of the line where it is not on it. */
function restOf(line, from, delimiter) {
    for (let at = from; at < line.length; at += 1) {
        if (line[at] === '\\' && delimiter !== '*/')
            at += 1;
        else if (line.startsWith(delimiter, at))
            return { kind: delimiter === '*/' ? 'comment' : 'string', end: at + delimiter.length, open: undefined };
    }
    return { kind: 'comment', end: line.length, open: delimiter };
}
/** One without its end on the line is none: an apostrophe, a lifetime of Rust, a regular expression. */
function shortString(line, at, quote) {
    for (let end = at + 1; end < line.length; end += 1) {
        if (line[end] === '\\')
            end += 1;
        else if (line[end] === quote)
            return { kind: 'string', end: end + 1, open: undefined };
    }
    return { kind: 'code', end: at + 1, open: undefined };
}
/** Where a value ended before, the slash divides. */
const valueEnd = /[\p{L}\p{N}_$)\]}]\s*$/u;
function expression(line, at) {
    const divides = valueEnd.test(line.slice(Math.max(0, at - 20), at)) && !/\breturn\s*$/.test(line.slice(0, at));
    const code = { kind: 'code', end: at + 1, open: undefined };
    if (divides)
        return code;
    let inClass = false;
    for (let end = at + 1; end < line.length; end += 1) {
        const character = line[end];
        if (character === '\\')
            end += 1;
        else if (character === '[')
            inClass = true;
        else if (character === ']')
            inClass = false;
        else if (character === '/' && !inClass)
            return { kind: 'string', end: end + 1, open: undefined };
    }
    return code;
}
/** Strings keep their delimiters. */
function blanked(text, { kind, open }) {
    if (kind === 'comment' || open !== undefined || text.length < 2)
        return ' '.repeat(text.length);
    return `${text[0]}${' '.repeat(text.length - 2)}${text.at(-1)}`;
}

;// CONCATENATED MODULE: ./src/evidence/own/tests/test-language.ts

const cComments = [['/*', '*/']];
const cLike = {
    lineComments: ['//'],
    blockComments: cComments,
    quotes: `"'`,
    longQuotes: ['"""'],
    slashes: 'operators',
};
const ofJavaScript = {
    syntax: { lineComments: ['//'], blockComments: cComments, quotes: `"'`, longQuotes: ['`'], slashes: 'expressions' },
    cases: [
        /^\s*(?:it|test|specify|fit|xit|xtest|xspecify)(?:\.\w+)*\s*\(\s*(?<quote>['"`])(?<name>\s*)\k<quote>/d,
        /^\s*(?:await\s+)?(?:t|test)\.test\s*\(\s*(?<quote>['"`])(?<name>\s*)\k<quote>/d,
    ],
    functions: /^(?:export\s+)?(?:async\s+)?(?:function\b|class\b|const\s+\w+\s*=\s*(?:async\s*)?(?:\(|function\b))/,
    suites: /^\s*(?:describe|context|suite|fdescribe|xdescribe|xcontext)(?:\.\w+)*\s*\(\s*['"`]/,
    tables: /\b(?:it|test|describe|specify)(?:\.\w+)*\.(?:each|for)\b|^\s*(?:it|test|specify)\s*\(\s*(?![\s'"])/,
    loops: /\b(?:forEach|every)\b|\b(?:for|while)\s*\(/,
    assertion: /\bexpect\s*\(|\bexpect\.(?:soft|poll|assertions|hasAssertions)\s*\(|\bassert(?:\.\w+)*\s*\(|\.should\b/g,
    // At the beginning of a statement and called, as `isLinux ? it : it.skip` is none; nor is Playwright's `test.skip(condition)`.
    skip: /^\s*(?:(?:it|describe|context|suite|specify)(?:\.\w+)*\.(?:skip|todo|fixme)\b(?:\.\w+)*\s*[(`]|test(?:\.\w+)*\.(?:skip|todo|fixme)(?:\.\w+|\s*\(\s*['"`])|(?:xit|xtest|xdescribe|xcontext|xspecify)\s*[.(])/,
    skipCall: /\b(?:this|t|ctx)\.skip\s*\(\s*[)'"`]/,
    only: /^\s*(?:(?:it|test|describe|context|suite|specify)(?:\.\w+)*\.only\b|(?:fit|fdescribe)\s*[.(])/,
};
const ofPython = {
    syntax: { lineComments: ['#'], blockComments: [], quotes: `"'`, longQuotes: ['"""', "'''"], slashes: 'operators' },
    cases: [/^\s*(?:async\s+)?def\s+(?<name>test\w*)\s*\(/d],
    functions: /^\s*(?:async\s+)?(?:def|class)\s/,
    tables: /\bparametrize\b|\bparameterized\b|\bpytest_generate_tests\b/,
    loops: /^\s*for\b|\bsubTest\b|\ball\s*\(/,
    assertion: /^\s*assert\b|\bself\.assert\w+\s*\(|\bpytest\.raises\s*\(/g,
    skip: /@(?:pytest\.mark|unittest)\.skip\b|\bpytestmark\s*=\s*\[?\s*pytest\.mark\.skip\b|^\s*@skip\b/,
    skipCall: /\bpytest\.skip\s*\(|\bself\.skipTest\s*\(|\braise\s+(?:unittest\.)?SkipTest\b/,
};
const ofGo = {
    syntax: { lineComments: ['//'], blockComments: cComments, quotes: `"'`, longQuotes: ['`'], slashes: 'operators' },
    cases: [/^func\s+(?<name>(?:Test|Fuzz|Example)\w*)\s*\(/d, /^func\s*\([^)]*\)\s*(?<name>Test\w*)\s*\(/d],
    functions: /^func\b/,
    tables: /\bt\.Run\s*\(\s*[^\s"`]/,
    loops: /^\s*for\b/,
    assertion: /\bt\.(?:Error|Errorf|Fatal|Fatalf|Fail|FailNow)\s*\(|\b(?:assert|require)\.\w+\s*\(/g,
    setUp: /\bt\.(?:Error|Fatal)f?\s*\((?:"[^"]*",\s*)?err\)|\b(?:assert|require)\.NoError\s*\(/,
    skip: /(?!)/,
    skipCall: /\b[tbf]\.Skip(?:f|Now)?\s*\(/,
};
const ofRust = {
    syntax: { lineComments: ['//'], blockComments: cComments, quotes: '"', longQuotes: [], slashes: 'operators' },
    cases: [],
    marker: /#\[(?:\w+::)*(?:test|rstest|test_case|quickcheck)\b/,
    functions: /^\s*(?:pub(?:\([^)]*\))?\s+)?(?:async\s+)?(?:unsafe\s+)?fn\s+(?<name>\w+)/d,
    tables: /#\[(?:case|values|rstest|test_case)\b|\bproptest!|\bmacro_rules!/,
    loops: /^\s*for\b|\bfor_each\b/,
    assertion: /\b(?:debug_)?assert(?:_\w+)?!/g,
    skip: /^\s*#\[ignore\b/,
};
const ofJvm = {
    syntax: cLike,
    cases: [],
    marker: /@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|Property)\b/,
    functions: /\b(?:void|fun)\s+(?:<[^>]*>\s*)?(?<name>`[^`]+`|\w+)\s*\(/d,
    tables: /@(?:ParameterizedTest|RepeatedTest|TestFactory|Property|ValueSource|CsvSource|MethodSource|DataProvider)\b/,
    loops: /\bfor\s*\(|\bforEach\b/,
    assertion: /\b(?:assert\w*|verify|expectThrows)\s*\(|\.should\w*\b/g,
    skip: /@(?:Disabled|Ignore|Ignored)\b|@Test\s*\([^)]*\benabled\s*=\s*false/,
    skipCall: /\bassumeTrue\s*\(\s*false\b/,
};
const ofDotNet = {
    syntax: cLike,
    cases: [],
    marker: /\[\s*(?:Fact|Theory|Test|TestCase|TestCaseSource|TestMethod|DataTestMethod)\b/,
    functions: /\b(?:void|Task|ValueTask)\s+(?<name>\w+)\s*[(<]/d,
    tables: /\[\s*(?:Theory|InlineData|MemberData|ClassData|TestCase|TestCaseSource|DataRow|DataTestMethod)\b/,
    loops: /\bforeach\s*\(|\bfor\s*\(|\bForEach\b/,
    assertion: /\bAssert\.\w+|\.Should(?:\(\)|\w+\s*\()|\.Verify\s*\(/g,
    skip: /\[\s*(?:Fact|Theory)\s*\([^)]*\bSkip\s*=|\[\s*(?:Ignore|Explicit)\b/,
    skipCall: /\bAssert\.(?:Ignore|Inconclusive)\s*\(/,
};
const ofRuby = {
    syntax: {
        lineComments: ['#'],
        blockComments: [['=begin', '=end']],
        quotes: `"'`,
        longQuotes: [],
        slashes: 'expressions',
    },
    cases: [
        /^\s*(?:it|specify|example|scenario|test|fit|xit|xspecify|xexample)[\s(]+(?<quote>['"])(?<name>\s*)\k<quote>/d,
        /^\s*def\s+(?<name>test_\w+[?!]?)/d,
    ],
    functions: /^\s*(?:def|class|module)\s/,
    suites: /^\s*(?:RSpec\.)?(?:describe|context|feature|fdescribe|fcontext|xdescribe|xcontext)[\s(]/,
    tables: /\bshared_examples\b|\bit_behaves_like\b|\bwhere\b/,
    loops: /\.(?:each\w*|all\?|times)\b/,
    assertion: /\bexpect\s*[({]|\b(?:assert|refute)\w*\b|\.should(?:_not)?\b|\.(?:must|wont)_\w+/g,
    skip: /^\s*(?:xit|xspecify|xexample|xdescribe|xcontext)\b|^\s*(?:it|describe|context)\b.*(?:,\s*:(?:skip|pending)\b|\b(?:skip|pending):\s*(?!false|nil))/,
    skipCall: /^\s*(?:skip|pending)(?:\s*$|[\s(]+["'])/,
    only: /^\s*(?:fit|fspecify|fdescribe|fcontext)\b/,
};
const ofPhp = {
    syntax: { lineComments: ['//', '#'], blockComments: cComments, quotes: `"'`, longQuotes: [], slashes: 'operators' },
    cases: [/\bfunction\s+(?<name>test\w*)\s*\(/d, /^\s*(?:it|test)\s*\(\s*(?<quote>['"])(?<name>\s*)\k<quote>/d],
    marker: /#\[(?:\w+\\)*Test\b/,
    functions: /\bfunction\s+(?<name>\w+)\s*\(/d,
    tables: /#\[(?:\w+\\)*(?:DataProvider|TestWith)\b|->with\s*\(/,
    loops: /\bforeach\s*\(|\bfor\s*\(/,
    assertion: /(?:\$this->|self::|static::|Assert::)assert\w+\s*\(|->expectException\w*\s*\(|\bexpect\s*\(/g,
    skip: /->(?:skip|todo)\s*\(\s*(?:['")])/,
    skipCall: /(?:\$this->|self::|static::)markTest(?:Skipped|Incomplete)\s*\(/,
    only: /->only\s*\(/,
};
const ofSwift = {
    syntax: cLike,
    cases: [/\bfunc\s+(?<name>test\w*)\s*\(/d],
    marker: /@Test\b/,
    functions: /\bfunc\s+(?<name>\w+)\s*[(<]/d,
    tables: /\barguments:/,
    loops: /^\s*for\b|\bforEach\b/,
    assertion: /\bXCTAssert\w*\s*\(|#(?:expect|require)\s*\(/g,
    skip: /@Test\s*\([^)]*\.disabled\b/,
    skipCall: /\bXCTSkip\s*\(/,
};
const byExtension = new Map([
    { of: ofJavaScript, extensions: ['js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx', 'mts', 'cts'] },
    { of: ofPython, extensions: ['py'] },
    { of: ofGo, extensions: ['go'] },
    { of: ofRust, extensions: ['rs'] },
    { of: ofJvm, extensions: ['java', 'kt', 'kts', 'groovy', 'scala'] },
    { of: ofDotNet, extensions: ['cs'] },
    { of: ofRuby, extensions: ['rb'] },
    { of: ofPhp, extensions: ['php'] },
    { of: ofSwift, extensions: ['swift'] },
].flatMap(({ of, extensions }) => extensions.map((extension) => [extension, of])));
/** How tests are written in the language of this file; undefined where it is not known. */
function languageOf(path) {
    return byExtension.get(external_node_path_.posix.extname(path).slice(1).toLowerCase());
}
const testDirectory = /(?:^|\/)(?:tests?|__tests__|specs?|e2e)\//i;
/** Names that only tests have. */
const testName = /[._-](?:test|spec|cy|e2e)\.\w+$|_(?:test|spec)\.\w+$|(?:^|\/)test_[^/]*\.py$|(?:Tests?|IT|Spec)\.(?:java|kts?|groovy|scala|cs|php|swift)$/;
/** Whether the name of the file itself says that it is a test. */
function isNamedTest(path) {
    return testName.test(path);
}
/** Whether tests are to be expected in the file. Those of Rust stand beside the code. */
function mayHoldTests(path) {
    return isNamedTest(path) || testDirectory.test(path) || path.endsWith('.rs');
}

;// CONCATENATED MODULE: ./src/evidence/own/tests/test-file.ts



/** The changed file as tests; undefined where none are to be expected, or its language is not known. */
function readTestFile(file) {
    const { path, oldPath = path } = file;
    const language = languageOf(path);
    if (language === undefined || !isRegular(file))
        return undefined;
    if (!mayHoldTests(path) && !mayHoldTests(oldPath))
        return undefined;
    const hunks = file.hunks.map((hunk) => readHunk(hunk, language));
    const addsTables = hunks.some((hunk) => adds(hunk.new, language.tables));
    return { file, language, named: isNamedTest(path), hunks, addsTables };
}
/** Symbolic links and submodules hold no code. */
function isRegular({ oldMode, newMode }) {
    return [oldMode, newMode].every((mode) => mode === '000000' || mode.startsWith('100'));
}
function readHunk(hunk, language) {
    const old = readSide(hunk, language, 'added');
    const now = readSide(hunk, language, 'removed');
    const removedCases = casesOnlyIn(old, now);
    const addedCases = casesOnlyIn(now, old);
    const names = { removedNames: namesOf(removedCases), addedNames: namesOf(addedCases) };
    const { oldStart } = hunk;
    return { oldStart, old, new: now, removedCases, addedCases, ...names, addsLoop: adds(now, language.loops) };
}
function namesOf(cases) {
    return new Set(cases.map(({ begins }) => begins));
}
function adds(lines, pattern) {
    return lines.some(({ line, code }) => line.kind === 'added' && pattern.test(code));
}
function readSide(hunk, language, leftOut) {
    const reader = codeReader(language.syntax);
    let owner = ownerBefore(hunk, language);
    let marked = false;
    const lines = [];
    for (const line of hunk.lines) {
        if (line.kind === leftOut)
            continue;
        const { text, code } = readLine(line, reader);
        const isMarker = language.marker?.test(code) ?? false;
        const begins = nameOfCase(language, { text, code, marked: marked || isMarker ? 'marked' : 'unmarked' });
        const isBorder = isMarker || language.functions.test(code) || (language.suites?.test(code) ?? false);
        if (begins !== undefined)
            owner = { kind: 'case', name: begins };
        else if (isBorder)
            owner = { kind: 'outside' };
        marked = isMarker ? begins === undefined : marked && !isBorder;
        lines.push({ line, text, code, owner, begins });
    }
    return lines;
}
function readLine(line, reader) {
    const text = withoutReturn(line.text);
    return { text, code: reader.read(text) };
}
/** What git prints of the enclosing function names a case in some languages. */
function ownerBefore({ section, oldStart, newStart }, language) {
    const code = codeReader(language.syntax).read(section);
    const name = nameOfCase(language, { text: section, code, marked: 'unmarked' });
    if (name !== undefined)
        return { kind: 'case', name };
    return { kind: oldStart <= 1 || newStart <= 1 ? 'outside' : 'unknown' };
}
function nameOfCase(language, { text, code, marked }) {
    const patterns = marked === 'marked' ? [...language.cases, language.functions] : language.cases;
    for (const pattern of patterns) {
        const place = pattern.exec(code)?.indices?.groups?.['name'];
        if (place !== undefined && place[0] < place[1])
            return text.slice(...place);
    }
    return undefined;
}
/** Of several cases of one name, those that the change wrote or removed. */
function casesOnlyIn(lines, others) {
    const counts = new Map();
    for (const { begins } of others)
        if (begins !== undefined)
            counts.set(begins, (counts.get(begins) ?? 0) + 1);
    const only = [];
    const unchangedFirst = [...lines.filter(isContext), ...lines.filter((line) => !isContext(line))];
    for (const one of unchangedFirst) {
        if (one.begins === undefined)
            continue;
        const count = counts.get(one.begins) ?? 0;
        if (count === 0)
            only.push({ ...one, begins: one.begins });
        else
            counts.set(one.begins, count - 1);
    }
    return only;
}
function isContext({ line }) {
    return line.kind === 'context';
}

;// CONCATENATED MODULE: ./src/evidence/own/tests/test-change.ts




/** Reads the test files of a change. */
function readTestChange(files) {
    const testFiles = files.flatMap((file) => readTestFile(file) ?? []);
    const hunks = testFiles.flatMap((file) => file.hunks);
    const removed = new Set(hunks.flatMap(({ removedNames }) => [...removedNames]));
    const written = writtenAgain(files, removed);
    const renames = new Map(hunks.map((hunk) => [hunk, pairRenames(hunk, { removed, written })]));
    const subjects = subjectsOf(files);
    return {
        files: testFiles,
        fateOf: (hunk, name) => {
            if (written.has(name))
                return { kind: 'moved' };
            const renamed = renames.get(hunk);
            const to = renamed?.get(name);
            if (to === undefined)
                return { kind: 'gone' };
            return renamed?.size === 1 ? { kind: 'renamed', to } : { kind: 'rewritten' };
        },
        isMoved: (name) => removed.has(name),
        wentWithSubject: (path) => subjects.has(subjectOf(path)),
    };
}
/** Kotlin writes names with spaces between backticks. */
const word = /`[^`]+`|[\p{L}\p{N}_$]+/gu;
/** Those of the names that stand on an added line of code, as a name or as a whole string. */
function writtenAgain(files, names) {
    const written = new Set();
    if (names.size === 0)
        return written;
    for (const file of files) {
        const language = languageOf(file.path);
        if (language === undefined)
            continue;
        for (const hunk of file.hunks) {
            const reader = codeReader(language.syntax);
            for (const line of hunk.lines) {
                if (line.kind === 'removed')
                    continue;
                const code = reader.read(line.text);
                if (line.kind !== 'added')
                    continue;
                for (const name of namesIn(line.text, code))
                    if (names.has(name))
                        written.add(name);
            }
        }
    }
    return written;
}
function namesIn(text, code) {
    const strings = [...code.matchAll(/(['"`]) *\1/g)].map(({ 0: { length }, index }) => text.slice(index + 1, index + length - 1));
    return [...(code.match(word) ?? []), ...strings];
}
/** Old name → new name: a case that is written where another one is removed may be the same case. */
function pairRenames({ removedNames, addedNames }, known) {
    const fresh = [...addedNames].filter((name) => !known.removed.has(name));
    const left = new Set([...removedNames].filter((name) => !known.written.has(name)));
    const pairs = new Map();
    for (const [index, to] of fresh.entries()) {
        const from = likestOf(test_change_firstOf(left, index < maximumCompared ? maximumCompared : 1), to);
        if (from === undefined)
            break;
        left.delete(from);
        pairs.set(from, to);
    }
    return pairs;
}
/** Of one hunk; with more, the first ones are taken for the pairs. */
const maximumCompared = 50;
/** The one with most words in common; of several, the first. */
function likestOf(names, name) {
    const words = new Set(test_change_wordsOf(name));
    const shared = names.map((other) => test_change_wordsOf(other).filter((one) => words.has(one)).length);
    return names[shared.indexOf(Math.max(...shared))];
}
function test_change_wordsOf(name) {
    return name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
/** Without a look at the others, of which there may be many. */
function test_change_firstOf(names, count) {
    const first = [];
    for (const name of names) {
        if (first.length >= count)
            break;
        first.push(name);
    }
    return first;
}
/** Names that tell nothing of what is inside. */
const generic = new Set(['', '__init__', 'app', 'index', 'lib', 'main', 'mod', 'test', 'tests']);
/** What is tested by files that stand beside a deleted source or an added test of the same name. */
function subjectsOf(files) {
    const subjects = files
        .filter(({ path, status }) => {
        const isTest = isNamedTest(path);
        return status === (isTest ? 'added' : 'deleted') && languageOf(path) !== undefined;
    })
        .map(({ path }) => subjectOf(path));
    return new Set(subjects.filter((subject) => !generic.has(subject)));
}
/** `total` for total.test.ts, test_total.py and TotalTest.java. */
function subjectOf(path) {
    const plain = test_change_nameOf(path).replace(/^test_|[._-](?:test|spec|cy|e2e)$|(?:Tests?|IT|Spec)$/g, '');
    return plain.toLowerCase();
}
function test_change_nameOf(path) {
    const name = external_node_path_.posix.basename(path);
    const dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.slice(0, dot);
}

;// CONCATENATED MODULE: ./src/evidence/own/test-gaps.ts




/** Tests that the change deletes, skips or robs of assertions, as far as its lines alone make that certain. */
function testGaps(files) {
    const change = readTestChange(files);
    const skipped = skippedTests(change);
    const inFiles = change.files.flatMap((test) => [...removedTests(test, change), ...skipped(test)]);
    return [...inFiles, ...lostAssertions(change)];
}

// EXTERNAL MODULE: ./src/snapshot/agent-config.ts
var agent_config = __webpack_require__(3292);
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
        matches: (path, configFile) => path === (0,agent_config/* foldName */.zN)(configFile),
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
        const found = governing.find(({ matches }) => touched_files_namesOf(file).some((name) => matches((0,agent_config/* foldName */.zN)(name), configFile)));
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
        .filter((file) => touched_files_namesOf(file).some(agent_config/* isAgentConfig */.Cg))
        .map((file) => ({
        rule: 'agent-config',
        anchor: firstChangedLine(file),
        title: 'The change touches a file that instructs or configures an agent or a tool',
        what: `The change ${deedOf(file)}, which agents, editors or tools obey. In this review it was data and instructed nobody; after merge it steers whoever works here.`,
        advice: 'A person should read it as an instruction to every agent that is used here.',
    }));
}
function touched_files_namesOf(file) {
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
        ...scanTests(files),
        ...lockFiles(files),
    ];
    const findings = byPlace(sightings)
        .map((group) => toFinding(group, ownResults))
        .toSorted((a, b) => (0,rule/* bySeverity */.Np)(a.finding, b.finding));
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
function scanTexts(texts, { rule, title, advice, look }) {
    // Looked at twice rather than kept: there may be millions of them.
    const seen = texts.filter((text) => look(text) !== undefined);
    return own_findings_firstOf(seen, (text) => {
        return { rule, anchor: text.anchor, title, what: `${text.where} ${look(text) ?? ''}.`, advice };
    });
}
function scanTests(files) {
    const byPath = (0,group_by/* groupBy */.$)(testGaps(files), ({ anchor }) => anchor.path);
    return [...byPath.values()].flatMap((sightings) => own_findings_firstOf(sightings, (sighting) => sighting));
}
/** The first ones, and one that counts the rest where the first of them stands. */
function own_findings_firstOf(seen, toSighting) {
    const listed = seen.slice(0, maximumSightings).map(toSighting);
    const next = seen[maximumSightings];
    if (next === undefined)
        return listed;
    const what = `From here on, ${seen.length - maximumSightings} more of the same are not listed one by one.`;
    return [...listed, { ...toSighting(next), what }];
}
/** Results of one rule on one line could not be told apart later. */
function byPlace(sightings) {
    const groups = (0,group_by/* groupBy */.$)(sightings, ({ rule, anchor: { path, side, line } }) => JSON.stringify([rule, path, side, line]));
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
            ...{ path, side, startLine: line, endLine: line, quote, related: [], searches: [] },
        },
        region: { startLine: line, endLine: line },
        text: quote,
        anchor: anchorOfQuote(quote),
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
        (0,types_result/* isProven */.nn)(result) &&
        isSupported(result, policy.minAgreement ?? 1) &&
        result.suppression === null &&
        result.baselineState === 'new');
}
/** The results with `blocking` set, by one policy or by that of each result's path. */
function markBlocking(results, policy) {
    const policyOf = typeof policy === 'function' ? policy : () => policy;
    return results.map((result) => ({ ...result, blocking: blocks(result, policyOf(result.path)) }));
}
function reachesThreshold(result, failOnSeverity) {
    const { severity } = result;
    if (failOnSeverity === 'never')
        return false;
    // Results of our own code are low unless the configuration raised them, and only a raised one may block.
    if ((0,types_result/* isOwnResult */.aR)(result) && severity === 'low')
        return false;
    return (0,rule/* severityRank */.qs)(severity) <= (0,rule/* severityRank */.qs)(failOnSeverity);
}
/** Our own code needs nobody's support. */
function isSupported(result, minAgreement) {
    return (0,types_result/* isOwnResult */.aR)(result) || result.agreement.found + result.agreement.confirmed >= minAgreement;
}

// EXTERNAL MODULE: ./src/gate/decide.ts
var decide = __webpack_require__(5243);
// EXTERNAL MODULE: ./src/diff/line-map.ts
var line_map = __webpack_require__(1582);
// EXTERNAL MODULE: ./src/diff/read.ts + 5 modules
var diff_read = __webpack_require__(1183);
;// CONCATENATED MODULE: ./src/host/checked-out.ts


/** Undefined where the head itself or anything else is checked out, or no pull request is reviewed. */
async function readCheckedOut(change, commits) {
    if (change.pullRequest === undefined)
        return undefined;
    const sha = await commits.resolveRef('HEAD');
    if (sha === undefined || sha === change.head)
        return undefined;
    // From the commit itself: where history is cut, git shows it without parents.
    const commit = (await commits.git.read(['cat-file', '-p', `${sha}^{commit}`])).toString();
    const parents = [...(commit.split('\n\n', 1)[0] ?? '').matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1]);
    if (parents.length < 2 || !parents.includes(change.head))
        return undefined;
    const { files, problems } = await (0,diff_read/* readDiff */.iH)(commits.git, { from: change.head, to: sha });
    const readable = files.filter(({ path }) => !problems.has(path));
    return { sha, lines: (0,line_map/* lineMap */.d)(readable) };
}

;// CONCATENATED MODULE: ./src/host/tree-paths.ts
/** A tree of a million files has some 60 MB of names. */
const MAX_BYTES = 256 * 1024 * 1024;
/** The files of both sides of a change, each side listed once. */
function makeTreePaths(git, { head, mergeBase }) {
    const listed = new Map();
    return (side) => {
        const commit = side === 'new' ? head : mergeBase;
        const known = listed.get(commit) ?? listPaths(git, commit);
        listed.set(commit, known);
        return known;
    };
}
async function listPaths(git, commit) {
    const output = await git.read(['ls-tree', '-r', '--name-only', '-z', commit], { maxBytes: MAX_BYTES });
    return output
        .toString('utf8')
        .split('\0')
        .filter((path) => path !== '');
}

// EXTERNAL MODULE: ./src/host/tree-proof.ts
var tree_proof = __webpack_require__(8555);
// EXTERNAL MODULE: ./src/in-order.ts
var in_order = __webpack_require__(8121);
// EXTERNAL MODULE: ./src/material.ts + 17 modules
var src_material = __webpack_require__(8073);
// EXTERNAL MODULE: ./src/panel.ts + 22 modules
var src_panel = __webpack_require__(3404);
// EXTERNAL MODULE: ./src/policy/rules.ts
var rules = __webpack_require__(1821);
// EXTERNAL MODULE: ./src/report/assemble.ts
var assemble = __webpack_require__(2424);
// EXTERNAL MODULE: ./src/review/coverage.ts
var review_coverage = __webpack_require__(4528);
// EXTERNAL MODULE: ./src/trigger/resolve.ts
var resolve = __webpack_require__(2120);
// EXTERNAL MODULE: ./src/types/diff.ts
var types_diff = __webpack_require__(1322);
// EXTERNAL MODULE: ./src/types/reviewer.ts
var reviewer = __webpack_require__(8726);
;// CONCATENATED MODULE: ./src/pipeline.ts




















/** The stages in order. Data walks forward only; every stage is named after what it does. */
async function runPipeline(request, host) {
    // git works while the checkout is read. No reviewer runs before both are done.
    const resolved = (0,resolve/* resolveChange */.N)(request.refs, host.commits);
    const [before, change] = await (0,in_order/* inOrder */.a)([host.takeProof(), resolved]);
    const [material, history] = await (0,in_order/* inOrder */.a)([(0,src_material/* readMaterial */.e)(change, request, host), host.earlier.history(change)]);
    const { policy, diff, files, authorship } = material;
    const panel = request.pullRequestClosed || diff.files.length === 0 ? src_panel/* nobodyAsked */.Sp : await (0,src_panel/* reviewChange */.rl)(material, request, host);
    const coverage = (0,review_coverage/* measureCoverage */.jt)(diff, resultsOf(panel), panel.sufficient);
    const { checked, rejected } = await checkReviews(panel.reviews, { change, diff }, host);
    const own = ownFindings({ files, change, configFile: request.configFile, ownResults: policy.ownResults });
    const renames = renamesOf(files);
    const changedPaths = new Set((0,omit/* touchedPaths */.Pq)(files));
    const tracking = toTrackContext({ change, policy, files, history, renames, touched: changedPaths }, host);
    const tracked = (0,track/* toResults */.Q)(mergeSame([...checked, ...own]), tracking);
    const known = withoutUnseen(tracked.results, { coverage, renames });
    const results = markBlocking(known, (0,rules/* policyForPath */.jt)(policy, renames));
    const [proof, head] = await (0,in_order/* inOrder */.a)([compareCheckout(before, host), host.readHead(change)]);
    const facts = { pullRequestClosed: request.pullRequestClosed, proof, results, head };
    const decision = (0,decide/* decide */.LD)({ ...facts, ...toGateFacts({ panel, coverage, diff, policy }) });
    const { override, reasons } = await judgeOverride(decision, { change, policy, reused: panel.reused?.head }, host);
    await rememberWhole(panel, decision);
    const { verdict, causes } = decision;
    const report = (0,assemble/* toReport */.c)({
        ...{ change, authorship, coverage, results, rejected, changedPaths, override },
        waived: panel.family.kind === 'waived' ? panel.family.seats : [],
        reviews: resultsOf(panel),
        isolation: toIsolation(resultsOf(panel), proof),
        egress: toEgress(panel.reviews),
        snapshot: panel.reviews[0]?.snapshot,
        verdict: { ...verdict, reasons: [...verdict.reasons, ...reasons] },
        reusedReview: panel.reused,
        increment: panel.increment,
        notes: [...history.notes, ...panel.notes, ...tracked.notes],
        replayed: request.replayed,
        toolVersion: request.toolVersion,
    });
    const checkedOut = await readCheckedOut(change, host.commits);
    return { report, causes, policy, changedPaths, files, checkedOut, withheld: tracked.withheld };
}
function toGateFacts({ panel, coverage, diff, policy, }) {
    return {
        reviewable: isReviewable(diff) ? 'some' : 'nothing',
        seats: panel.seats.map(toSeatFacts),
        coverage: toCoverageFacts({ panel, coverage, diff, policy }),
        family: panel.family,
        isolation: resultsOf(panel).some(ranUnconfined) ? 'none' : 'isolated',
    };
}
/** What is incomplete must not be given back: nobody would ever look at the rest. */
async function rememberWhole({ remember }, { verdict, causes }) {
    const isWhole = causes.length === 0 && (verdict.conclusion === 'pass' || verdict.conclusion === 'fail');
    if (isWhole)
        await remember?.();
}
function resultsOf({ reviews }) {
    return reviews.map(({ result }) => result);
}
/** New path → the path that it had before the change. */
function renamesOf(files) {
    return new Map(files.flatMap(({ path, oldPath }) => (oldPath === undefined ? [] : [[path, oldPath]])));
}
function toTrackContext({ change, policy, files, ...known }, host) {
    const author = change.pullRequest?.author.login.toLowerCase();
    return {
        ...known,
        suppressions: policy.suppressions,
        codeAge: codeAgeIn(files),
        today: new Date(host.now()).toISOString().slice(0, 10),
        dismissalProblem: ({ by }) => by.toLowerCase() === author && !policy.override.allowAuthor
            ? `${by} is the pull request's author, and override.allow-author is not set`
            : undefined,
    };
}
/** What an earlier run reported of a file that nobody looked at now is not gone. */
function withoutUnseen(results, { coverage, renames }) {
    const unseen = new Set([...coverage.unreviewed, ...coverage.excluded].map(({ path }) => path));
    for (const [path, oldPath] of renames)
        if (unseen.has(path))
            unseen.add(oldPath);
    return results.filter(({ baselineState, path }) => baselineState !== 'absent' || !unseen.has(path));
}
async function compareCheckout(before, host) {
    const after = await host.takeProof();
    const differences = (0,tree_proof/* compareProofs */.N)(before, after);
    return { before, after, differences, unchanged: differences.length === 0 };
}
/** Only a change that fails is worth asking for. */
async function judgeOverride(decision, { change, policy, reused }, host) {
    if (decision.verdict.conclusion !== 'fail')
        return { override: null, reasons: [] };
    return (0,decide/* decideOverride */.xQ)(decision, await host.earlier.override(change, policy.override, reused));
}
/** Something is left to review, or something that should have been reviewed cannot be. */
function isReviewable(diff) {
    return diff.files.length > 0 || diff.omitted.some((file) => file.kind === 'unreviewed');
}
async function checkReviews(reviews, { change, diff }, host) {
    const shared = {
        diff,
        files: host.files(change, diff),
        search: host.search(change),
        treePaths: makeTreePaths(host.commits.git, change),
    };
    const outcomes = [];
    for (const { result, snapshot } of reviews) {
        const findings = result.status === 'completed' ? result.findings : [];
        const { neutralised, directory } = snapshot;
        outcomes.push(await checkFindings(findings, { ...shared, reviewer: result.id, neutralised, roots: [directory] }));
    }
    return {
        checked: outcomes.flatMap((outcome) => outcome.checked),
        rejected: outcomes.flatMap((outcome) => outcome.rejected),
    };
}
function toSeatFacts(result) {
    const facts = { reviewer: result.id, turns: result.turns, filesRead: result.filesRead.length };
    if (result.status === 'failed') {
        const { code, message } = result.error;
        return { ...facts, filled: false, error: { code, message } };
    }
    const failedParts = result.gaps.flatMap(({ part, code, reason }) => (code === null ? [] : [{ part, code, reason }]));
    // An answer that could not be read at all is a failed part, and is named as such.
    const unreadable = failedParts.filter(({ code }) => code === 'REPLY_NOT_FINDINGS').length;
    return { ...facts, filled: true, unreadableFindings: Math.max(0, result.rejected.length - unreadable), failedParts };
}
/** `possiblePercent` is what the coverage would be, had every reviewer named every file. */
function toCoverageFacts({ panel, coverage, diff, policy }) {
    const { percent, changedLines: all } = coverage;
    const { minCoverage } = policy;
    const possiblePercent = all === 0 ? percent : Math.floor(((0,types_diff/* changedLines */.MA)(diff.files) * 100) / all);
    if (percent >= minCoverage)
        return { percent, possiblePercent, minCoverage };
    // The panel knows its reviews by identity.
    const originals = new Map(resultsOf(panel).map((result) => [asIfAllCompleted(result), result]));
    const sufficient = (reviews) => panel.sufficient(reviews.flatMap((one) => originals.get(one) ?? []));
    const withoutFailures = (0,review_coverage/* measureCoverage */.jt)(diff, [...originals.keys()], sufficient);
    return { percent, possiblePercent, withoutFailuresPercent: withoutFailures.percent, minCoverage };
}
function asIfAllCompleted(result) {
    if (result.status === 'failed')
        return result;
    const failed = result.gaps.filter(({ code }) => code !== null).flatMap(({ hunks }) => hunks);
    const gaps = result.gaps.filter(({ code }) => code === null);
    return { ...result, covered: new Set([...result.covered, ...failed]), gaps };
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


/***/ }),

/***/ 1821:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DQ: () => (/* binding */ checkMinAgreement),
/* harmony export */   E6: () => (/* binding */ reviewersFor),
/* harmony export */   YF: () => (/* binding */ declaredRisk),
/* harmony export */   jt: () => (/* binding */ policyForPath),
/* harmony export */   t9: () => (/* binding */ instructionsFor)
/* harmony export */ });
/* unused harmony exports rulesFor, thresholdFor, minAgreementFor */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _types_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5747);
/* harmony import */ var _globs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(973);
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8164);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(638);





/** The rules that hold for a path, in the order of the config file. */
function rulesFor({ rules }, path) {
    return rules.filter((rule) => matchesRule(rule, path));
}
/** The lowest severity that blocks at a path: the strictest of its rules, else the policy's; never below an input's. */
function thresholdFor(policy, path) {
    const ruled = rulesFor(policy, path).flatMap(({ failOnSeverity }) => failOnSeverity ?? []);
    const [first, ...others] = ruled;
    if (first === undefined)
        return policy.failOnSeverity;
    return others.reduce(_load_js__WEBPACK_IMPORTED_MODULE_3__/* .stricterThreshold */ .UI, (0,_load_js__WEBPACK_IMPORTED_MODULE_3__/* .stricterThreshold */ .UI)(first, policy.floor.failOnSeverity));
}
/** The reviewers that must support a result at a path: the fewest that one of its rules or an input wants, else the policy's. */
function minAgreementFor(policy, path) {
    const ruled = rulesFor(policy, path).flatMap(({ minAgreement }) => minAgreement ?? []);
    return ruled.length === 0 ? policy.minAgreement : Math.min(...ruled, policy.floor.minAgreement ?? Infinity);
}
/** How much the base branch's config says is at stake at a path: a rule counts more than none, a low threshold more. */
function declaredRisk(policy, path) {
    const threshold = thresholdFor(policy, path);
    const strictness = threshold === 'never' ? 0 : 1 + _types_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .gO.indexOf(threshold);
    return rulesFor(policy, path).length > 0 ? _types_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .gO.length + 1 + strictness : strictness;
}
/**
 * For the gate: what holds at each path, asked for once a path. A renamed file is judged by both its names, so that
 * moving it away leaves no rule behind.
 */
function policyForPath(policy, oldPaths) {
    const known = new Map();
    return (path) => {
        const found = known.get(path);
        if (found !== undefined)
            return found;
        const oldPath = oldPaths.get(path);
        const paths = oldPath === undefined ? [path] : [path, oldPath];
        const made = {
            failOnSeverity: paths.map((name) => thresholdFor(policy, name)).reduce(_load_js__WEBPACK_IMPORTED_MODULE_3__/* .stricterThreshold */ .UI),
            // The fewer must agree, the more blocks.
            minAgreement: Math.min(...paths.map((name) => minAgreementFor(policy, name))),
        };
        known.set(path, made);
        return made;
    };
}
/** The instructions for a change of these paths: those for all of it, then each rule's under the names of its globs. */
function instructionsFor(policy, paths) {
    const ruled = rulesForAny(policy, paths).flatMap(({ instructions, paths: globs }) => instructions === undefined ? [] : [`For ${globs.join(', ')}:\n${instructions.trim()}`]);
    const parts = policy.instructions === undefined ? ruled : [policy.instructions.trim(), ...ruled];
    return parts.length === 0 ? undefined : parts.join('\n\n');
}
/** Who reviews a change of these paths: the policy's reviewers and those of every rule that one of the paths matches. */
function reviewersFor(policy, paths) {
    const { reviewers } = policy;
    const listed = reviewers === 'auto' ? [] : reviewers;
    const ruled = distinct(rulesForAny(policy, paths).flatMap((rule) => rule.reviewers));
    const added = ruled.filter((seat) => !isServed(seat, listed) && !isServedWithModel(seat, ruled));
    const seats = listed.length + added.length + (reviewers === 'auto' ? 1 : 0);
    if (seats > _values_js__WEBPACK_IMPORTED_MODULE_4__/* .maximumSeats */ .BM) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.ConfigurationError(`rules: the changed paths add up to ${seats} reviewers; accepted: up to ${_values_js__WEBPACK_IMPORTED_MODULE_4__/* .maximumSeats */ .BM}`);
    }
    return reviewers === 'auto' ? { reviewers, added } : { reviewers: [...listed, ...added], added: [] };
}
/** Refuses a `min-agreement` that so few seats could never reach: then nothing could block, whatever was found. */
function checkMinAgreement(policy, change) {
    const most = Math.max(policy.minAgreement, ...change.paths.map((path) => minAgreementFor(policy, path)));
    if (most <= change.seats)
        return;
    const seats = change.seats === 1 ? 'is 1 seat' : `are ${change.seats} seats`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.ConfigurationError(`min-agreement: ${most} reviewers must support a result, but there ${seats}, so that none could ever block. Name more reviewers, or lower it.`);
}
function rulesForAny({ rules }, paths) {
    return rules.filter((rule) => paths.some((path) => matchesRule(rule, path)));
}
function distinct(seats) {
    return [...new Map(seats.map((seat) => [`${seat.id}:${seat.model ?? ''}`, seat])).values()];
}
/** An entry without a model is served by any seat of its id. */
function isServed({ id, model }, seats) {
    return seats.some((seat) => seat.id === id && (model === undefined || model === seat.model));
}
function isServedWithModel({ id, model }, seats) {
    return model === undefined && seats.some((seat) => seat.id === id && seat.model !== undefined);
}
const matchers = new WeakMap();
function matchesRule(rule, path) {
    const compiled = matchers.get(rule) ?? rule.paths.map(_globs_js__WEBPACK_IMPORTED_MODULE_2__/* .globMatcher */ .fU);
    matchers.set(rule, compiled);
    return compiled.some((matches) => matches(path));
}


/***/ }),

/***/ 3762:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ askParts),
/* harmony export */   d: () => (/* binding */ isLasting)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/** Asking again, or about another part, would end the same. */
const lasting = new Set([
    'NO_CREDENTIAL',
    'INSTALL_FAILED',
    'INTEGRITY',
    'SANDBOX_UNAVAILABLE',
    'UNAUTHENTICATED',
    'QUOTA',
    'MODEL_NOT_FOUND',
    'TIMED_OUT',
    'BUDGET',
]);
/** Whether nothing more is asked about after such a failure. */
function isLasting({ code }) {
    return lasting.has(code);
}
/**
 * Asks about all parts, several at once, and about one that failed once more, after the others. A single part is asked
 * about once: with nothing else to keep, another reviewer can take over. Where a failure will last, nothing more is
 * asked. Rejects with the failure where no session could be opened, and for bugs; a part that nobody got to is not in
 * the outcomes.
 */
async function askParts(plan) {
    const outcomes = new Map();
    const first = await plan.open();
    const queue = new PartQueue(plan, outcomes);
    const sessions = Math.min(plan.lanes, plan.parts.length);
    const others = Array.from({ length: sessions - 1 }, () => openAnother(plan, queue));
    const ended = await Promise.allSettled([queue.work(first), ...others]);
    for (const one of ended)
        if (one.status === 'rejected')
            throw one.reason;
    return outcomes;
}
/** The first session shows that there can be one; where the machine has no room for more, fewer do the work. */
async function openAnother(plan, queue) {
    const session = await plan.open().catch((error) => {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ReviewerError */ .Qh)
            return undefined;
        queue.stop();
        throw error;
    });
    if (session !== undefined)
        await queue.work(session);
}
class PartQueue {
    #plan;
    #outcomes;
    #jobs;
    #next = 0;
    #atWork = 0;
    #stopped = false;
    constructor(plan, outcomes) {
        this.#plan = plan;
        this.#outcomes = outcomes;
        this.#jobs = plan.parts.map((part) => ({ part, attempt: 'first' }));
    }
    /** Works in the session until nothing is left, and closes it. */
    async work(session) {
        try {
            for (let job = this.#take(); job !== undefined; job = this.#take()) {
                this.#atWork += 1;
                const outcome = await session.review(job.part).finally(() => {
                    this.#atWork -= 1;
                });
                if (this.#settle(job, outcome) === 'leave')
                    return;
            }
        }
        catch (error) {
            this.stop();
            throw error;
        }
        finally {
            await session.close();
        }
    }
    /** Whatever is under way ends; nothing more is begun. */
    stop() {
        this.#stopped = true;
    }
    #take() {
        const job = this.#stopped ? undefined : this.#jobs[this.#next];
        if (job !== undefined) {
            this.#next += 1;
            this.#plan.onStart(job.part, job.attempt);
        }
        return job;
    }
    /** `leave`: the session has to go, so that the tokens that the others set aside suffice for what is left. */
    #settle(job, outcome) {
        const { part, attempt } = job;
        if (outcome.kind === 'reviewed') {
            this.#outcomes.set(part, outcome);
            return 'stay';
        }
        const { error } = outcome;
        if (error.code === 'BUDGET' && this.#atWork > 0) {
            this.#jobs.push(job);
            this.#plan.onFailure(part, error, 'wait for room');
            return 'leave';
        }
        if (!isLasting(error) && attempt === 'first' && this.#plan.parts.length > 1) {
            this.#jobs.push({ part, attempt: 'again' });
            this.#plan.onFailure(part, error, 'ask again');
            return 'stay';
        }
        this.#outcomes.set(part, outcome);
        this.#stopped ||= isLasting(error);
        this.#plan.onFailure(part, error, 'give up');
        return 'stay';
    }
}


/***/ }),

/***/ 7883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L7: () => (/* binding */ makeTokenBudget),
/* harmony export */   RY: () => (/* binding */ requireBudget),
/* harmony export */   rS: () => (/* binding */ planBudget)
/* harmony export */ });
/* unused harmony exports MIN_ANSWER_TOKENS, autoMaxTokens */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

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
    const needed = leastTokens(promptTokens);
    if (needed <= max)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ReviewerError */ .Qh('BUDGET', `budget-exhausted: the first request needs at least about ${needed} tokens (prompt ${promptTokens}, instructions and tools ${LEAST_OVERHEAD_TOKENS}, shortest answer ${MIN_ANSWER_TOKENS}) and max-tokens is ${max}. Raise max-tokens, leave it at auto, or review less.`);
}
/**
 * What `seats` reviewers may spend on the parts, known before the first request; as many of the first parts as fit, and
 * at least one, which is tried.
 */
function planBudget(maxTokens, seats, { parts, left }) {
    if (maxTokens === 'auto') {
        const max = seats * parts.reduce((sum, { tokens }) => sum + autoMaxTokens(tokens), 0);
        return { max, parts, left, all: parts };
    }
    const needs = parts.map(({ tokens }) => seats * leastTokens(tokens));
    const fitting = Math.max(1, countFitting(needs, maxTokens));
    const needed = needs.reduce((sum, need) => sum + need, 0);
    const reason = `max-tokens is ${maxTokens}, which holds ${fitting} of ${parts.length} requests at most; all of them need at least about ${needed}`;
    const unaffordable = parts.slice(fitting).map(({ name, files }) => {
        return { part: name, hunks: files.flatMap(({ hunks }) => hunks), code: 'BUDGET', reason };
    });
    return { max: maxTokens, parts: parts.slice(0, fitting), left: [...left, ...unaffordable], all: parts };
}
function countFitting(needs, max) {
    let sum = 0;
    const tooMany = needs.findIndex((need) => {
        sum += need;
        return sum > max;
    });
    return tooMany < 0 ? needs.length : tooMany;
}
/** Of one request, with its answer. */
function leastTokens(promptTokens) {
    return promptTokens + LEAST_OVERHEAD_TOKENS + MIN_ANSWER_TOKENS;
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

/***/ 4528:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xr: () => (/* binding */ ledgerOf),
/* harmony export */   iU: () => (/* binding */ filesNotReviewed),
/* harmony export */   jt: () => (/* binding */ measureCoverage)
/* harmony export */ });
/* harmony import */ var _diff_invisible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4784);
/* harmony import */ var _types_diff_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1322);
/* harmony import */ var _types_group_by_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9422);
/* harmony import */ var _ask_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3762);




/** The changed files that a reviewer has not said to have examined. Files without changed lines need no word. */
function filesNotReviewed(files, filesReviewed) {
    const named = new Set(filesReviewed.map(asRepositoryPath));
    return files.filter((file) => file.added + file.removed > 0 &&
        // A path with unprintable characters is named as the list of changed files shows it.
        !named.has(file.path) &&
        !named.has((0,_diff_invisible_js__WEBPACK_IMPORTED_MODULE_1__/* .showPath */ .P)(file.path)) &&
        !(file.oldPath !== undefined && named.has(file.oldPath)));
}
/** Models print paths as diffs do; nothing is guessed beyond these prefixes. */
function asRepositoryPath(path) {
    return path.trim().replace(/^\.\//, '');
}
const NOT_NAMED = 'no reviewer said that it had examined it, asked twice';
/** What one reviewer attested, part by part, and what it did not, with the reason. */
function ledgerOf(parts, outcomes) {
    const covered = new Set();
    const gaps = [];
    const stopped = [...outcomes].find(([, outcome]) => outcome.kind === 'failed' && (0,_ask_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .isLasting */ .d)(outcome.error));
    for (const part of parts) {
        const outcome = outcomes.get(part);
        if (outcome?.kind !== 'reviewed') {
            gaps.push(gapOf(part, outcome ?? stopped?.[1], outcome === undefined ? stopped?.[0] : undefined));
            continue;
        }
        const missing = filesNotReviewed(part.files, outcome.reply.filesReviewed);
        const unnamed = new Set(missing.flatMap(({ hunks }) => hunks));
        for (const hunk of part.files.flatMap(({ hunks }) => hunks))
            if (!unnamed.has(hunk))
                covered.add(hunk);
        if (missing.length > 0)
            gaps.push({ part: part.name, hunks: [...unnamed], code: null, reason: NOT_NAMED });
    }
    return { covered, gaps };
}
/** `because` is the part whose failure kept this one from being asked about. */
function gapOf({ name, files }, outcome, because) {
    const hunks = files.flatMap((file) => file.hunks);
    if (outcome?.kind !== 'failed')
        return { part: name, hunks, code: null, reason: 'it was not asked about' };
    const { code, message } = outcome.error;
    const failed = because === undefined ? `failed (${code}): ${message}` : `not asked, as ${because.name} failed (${code})`;
    return { part: name, hunks, code, reason: `${name} ${failed}` };
}
/** Lines that completed reviews attested, against all lines that should have been reviewed. */
function measureCoverage(diff, results, sufficient) {
    const completed = results.filter((result) => result.status === 'completed');
    const judge = makeJudge(completed, sufficient);
    const missing = diff.files.flatMap((file) => {
        const hunks = file.hunks.filter((hunk) => !judge(hunk));
        return hunks.length === 0 ? [] : [{ file, hunks }];
    });
    const omitted = diff.omitted.filter((file) => file.kind === 'unreviewed');
    const missedLines = (0,_types_diff_js__WEBPACK_IMPORTED_MODULE_2__/* .changedLines */ .MA)(missing.flatMap(({ hunks }) => hunks));
    const lines = (0,_types_diff_js__WEBPACK_IMPORTED_MODULE_2__/* .changedLines */ .MA)(diff.files.flatMap(({ hunks }) => hunks));
    const all = lines + omitted.reduce((sum, file) => sum + (file.lines ?? 0), 0);
    const passes = unfinishedPasses(completed, sufficient);
    const reasons = reasonsOf(completed);
    return {
        changedLines: all,
        reviewedLines: lines - missedLines,
        percent: percentOf(lines - missedLines, all, missing.length + omitted.length + passes.length),
        unreviewed: [
            ...omitted.map(({ path, lines: count, reason }) => ({ path, lines: count, reason })),
            ...missing.flatMap(({ file, hunks }) => toUnreviewed(file, hunks, reasons)),
            ...passes,
        ],
        excluded: diff.omitted.filter((file) => file.kind === 'excluded').map(({ path, reason }) => ({ path, reason })),
    };
}
/** Asked once for every set of reviewers that covered the same hunks, of which there are few. */
function makeJudge(completed, sufficient) {
    const known = new Map();
    return (hunk) => {
        const who = completed.filter(({ covered }) => covered.has(hunk));
        const key = completed.map(({ covered }) => (covered.has(hunk) ? '1' : '0')).join('');
        const verdict = known.get(key) ?? (who.length > 0 && sufficient(who));
        known.set(key, verdict);
        return verdict;
    };
}
/** Why a hunk is missing: what the first reviewer with a gap there says. */
function reasonsOf(completed) {
    const reasons = new Map();
    for (const { gaps } of completed)
        for (const { hunks, reason } of gaps)
            for (const hunk of hunks)
                if (!reasons.has(hunk))
                    reasons.set(hunk, reason);
    const otherwise = completed.length === 0 ? 'no review completed' : 'only reviewers that do not suffice examined it';
    return (hunk) => reasons.get(hunk) ?? otherwise;
}
/** The pass over the map of the change belongs to no line; without it the change was not wholly reviewed all the same. */
function unfinishedPasses(completed, sufficient) {
    const isOpen = (gap) => gap.hunks.length === 0;
    const finished = completed.filter(({ gaps }) => !gaps.some(isOpen));
    if (finished.length > 0 && sufficient(finished))
        return [];
    const open = completed.flatMap(({ gaps }) => gaps.filter(isOpen));
    return open.slice(0, 1).map(({ part, reason }) => ({ path: `(${part})`, lines: null, reason }));
}
/** One entry for each reason; where only some hunks of the file are missing, with their lines. */
function toUnreviewed(file, hunks, reasonOf) {
    return [...(0,_types_group_by_js__WEBPACK_IMPORTED_MODULE_3__/* .groupBy */ .$)(hunks, reasonOf)].map(([reason, missed]) => ({
        path: file.path,
        lines: (0,_types_diff_js__WEBPACK_IMPORTED_MODULE_2__/* .changedLines */ .MA)(missed),
        reason: missed.length === file.hunks.length ? reason : `${reason}; ${describePlaces(missed)}`,
    }));
}
const PLACES_NAMED = 8;
function describePlaces(hunks) {
    const places = hunks.slice(0, PLACES_NAMED).map(placeOf);
    const more = hunks.length > PLACES_NAMED ? ` and ${hunks.length - PLACES_NAMED} more places` : '';
    return `lines ${places.join(', ')}${more}`;
}
/** On the new side, and on the old one for what is only removed. */
function placeOf({ newStart, newLines, oldStart, oldLines }) {
    return newLines > 0
        ? `${newStart}-${newStart + newLines - 1}`
        : `${oldStart}-${oldStart + oldLines - 1} of the old file`;
}
/** Floored, so that 100 means everything; never 100 while anything is left. */
function percentOf(reviewed, changed, left) {
    if (changed === 0)
        return left === 0 ? 100 : 0;
    const percent = Math.floor((reviewed * 100) / changed);
    return left === 0 ? percent : Math.min(99, percent);
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
    const { reviewers, added = [] } = facts.rules;
    if (reviewers !== 'auto')
        return planList(facts, reviewers);
    const chosen = planAuto(facts);
    return added.length === 0 || chosen.kind === 'nobody' ? chosen : addSeats(chosen, added, facts);
}
/** Those that `auto` chose and those that a rule demands; one that both name sits once. */
function addSeats(chosen, added, facts) {
    const seats = chosen.seats.map(({ id, model }) => ({ id, model }));
    const more = added.filter(({ id, model }) => !seats.some((seat) => seat.id === id && (model === undefined || model === seat.model)));
    const plan = planList(facts, [...seats, ...more]);
    if (plan.kind === 'nobody')
        return plan;
    return { ...plan, reserve: (0,_contender_js__WEBPACK_IMPORTED_MODULE_2__/* .without */ .FF)(chosen.reserve, plan.seats), passedOver: chosen.passedOver };
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


/***/ }),

/***/ 3292:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cg: () => (/* binding */ isAgentConfig),
/* harmony export */   Qr: () => (/* binding */ inertPath),
/* harmony export */   ZS: () => (/* binding */ foldComponent),
/* harmony export */   zN: () => (/* binding */ foldName)
/* harmony export */ });
/**
 * Names that some agent, editor or search tool obeys. Each is neutralised as a file and as a directory, at any depth.
 * Ignore files are here because ripgrep honours them: a hostile one hides files from the reviewer's searches.
 */
const names = new Set([
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
const plain = /^[\x20-\x7e]*$/;
/** Code points that a file system or a reader drops or does not show. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/**
 * One spelling for all names that some file system or reader takes for the same: NFKC, case folded, invisible code
 * points removed. Upper case first, because `ß` and `ſ` fold only that way.
 */
function foldName(name) {
    if (plain.test(name))
        return name.toLowerCase();
    return name.normalize('NFKC').replace(invisible, '').toUpperCase().toLowerCase().normalize('NFKC');
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
    if (names.has(folded) || folded === environmentFile)
        return true;
    if (prefixes.some((prefix) => folded.startsWith(prefix)))
        return true;
    return parent === '.github' && githubDirectories.has(folded);
}
function visible(component) {
    return component.replace(invisible, (character) => {
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


/***/ }),

/***/ 2120:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ resolveChange)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _branch_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5508);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6939);



/** More commits than this are not read for their messages; the diff is whole all the same. */
const COMMITS_READ = 500;
/** How far each try deepens a shallow clone; after the last the whole history is fetched. */
const DEEPEN_STEPS = ['--deepen=50', '--deepen=500', '--deepen=5000', '--unshallow'];
/** Finds base, head and merge base as commit ids, fetching and deepening in private as far as needed. */
async function resolveChange(request, commits) {
    const known = await lookUpTogether(request, commits);
    const { sha: base, branch } = await resolveOne(request.base, known);
    const head = request.head.kind === 'local'
        ? await commits.commitOf(request.head.what)
        : (await resolveOne(request.head, known)).sha;
    const start = request.since !== undefined && (await canHave(request.since, commits)) ? request.since : base;
    const { mergeBase, read } = await findRange({ base: start, head, ref: fetchRefOf(request.head) }, commits);
    return {
        mode: request.mode,
        base,
        head,
        mergeBase,
        baseBranch: branch ?? request.baseBranch,
        ...read,
        pullRequest: request.pullRequest,
    };
}
/** Asks at once for every name that base and head may have, and for what they lead to; the rest is asked as it comes. */
async function lookUpTogether({ base, head }, commits) {
    const names = [...new Set([base, head].flatMap((one) => (one.kind === 'ref' ? namesOf(one.ref) : [])))];
    const found = await Promise.all(names.map((name) => commits.resolveRef(name)));
    const byName = new Map(names.map((name, index) => [name, found[index]]));
    const named = [base, head].flatMap((one) => (one.kind === 'commit' ? [one.sha] : []));
    const shas = [...new Set([...named, ...found.filter((sha) => sha !== undefined)])];
    const isHere = await Promise.all(shas.map((sha) => commits.hasCommit(sha)));
    const present = new Set(shas.filter((_, index) => isHere[index]));
    return {
        ...commits,
        resolveRef: async (name) => (byName.has(name) ? byName.get(name) : commits.resolveRef(name)),
        // One that is missing may have been fetched meanwhile.
        hasCommit: async (sha) => present.has(sha) || commits.hasCommit(sha),
    };
}
/** What `resolveByName` and `branchNamed` look for. */
function namesOf(ref) {
    return [ref, ...['refs/remotes/origin/', 'refs/tags/', 'refs/heads/', 'refs/remotes/'].map((where) => where + ref)];
}
function fetchRefOf(request) {
    return request.kind === 'commit' ? request.fetchRef : undefined;
}
async function resolveOne(request, commits) {
    switch (request.kind) {
        case 'commit':
            return { sha: await ensureCommit(request.sha, request.fetchRef, commits), branch: undefined };
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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.ConfigurationError(`Commit ${sha} is not in the checkout and could not be fetched from origin${because(last)}. Set fetch-depth: 0 on actions/checkout, or give github-token read access to contents.`, { cause: last });
}
/** A force-push may have left the commit behind for good. */
async function canHave(sha, commits) {
    try {
        await ensureCommit(sha, undefined, commits);
        return true;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.ConfigurationError)
            return false;
        throw error;
    }
}
async function resolveByName(ref, input, commits) {
    for (const name of [ref, `refs/remotes/origin/${ref}`]) {
        const sha = await commits.resolveRef(name);
        if (sha === undefined)
            continue;
        return { sha: await ensureCommit(sha, undefined, commits), branch: await (0,_branch_name_js__WEBPACK_IMPORTED_MODULE_1__/* .branchNamed */ .IW)(ref, commits) };
    }
    const fetched = await fetchByName(ref, commits);
    if (fetched !== undefined)
        return fetched;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.ConfigurationError(`${input}: "${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(ref)}" names no commit here or at origin. Give a branch, a tag or a full commit id.`);
}
const PRIVATE_REF = 'refs/model-stack/fetched';
async function fetchByName(ref, commits) {
    if (!/^[0-9A-Za-z_][0-9A-Za-z_./-]*$/.test(ref))
        return undefined;
    const candidates = /^[0-9a-f]{40,64}$/.test(ref) || ref.startsWith('refs/') ? [ref] : [`refs/heads/${ref}`, `refs/tags/${ref}`];
    for (const candidate of candidates) {
        try {
            await commits.fetch([`+${candidate}:${PRIVATE_REF}`], ['--depth=1']);
            const id = await commits.git.read(['rev-parse', '--verify', '--quiet', `${PRIVATE_REF}^{commit}`]);
            return { sha: id.toString().trim(), branch: (0,_branch_name_js__WEBPACK_IMPORTED_MODULE_1__/* .localBranch */ .yG)(candidate) };
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
    if (ref === undefined || sha === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.ConfigurationError('base-ref is not set and origin has no known default branch. Name the base, for example --base-ref main.');
    }
    return { sha: await ensureCommit(sha, undefined, commits), branch: (0,_branch_name_js__WEBPACK_IMPORTED_MODULE_1__/* .branchOfOrigin */ .O5)(ref) };
}
/** The merge base and the commits since then. In a whole history both are looked for at once. */
async function findRange(range, commits) {
    const { base, head } = range;
    const early = commits.shallowBoundary().length === 0 ? readCommits(commits.git, base, head) : undefined;
    early?.catch(() => { }); // what it cannot read, the reading below cannot either, and says so
    const { sha: mergeBase, isOnly } = await findMergeBase(range, commits);
    // What head has and base has not is what came after their merge base, where they have only one.
    const read = early !== undefined && isOnly ? await early : await readCommits(commits.git, mergeBase, head);
    return { mergeBase, read };
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
        if (found !== undefined && (await isCertain(found.sha, range, commits)))
            return found;
    }
    const shallow = commits.shallowBoundary().length > 0;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.ConfigurationError(shallow
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
        const [sha = '', ...others] = (await git.read(['merge-base', '--all', base, head])).toString().trim().split('\n');
        return { sha, isOnly: others.length === 0 };
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
    return error instanceof Error ? ` (${(0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(error.message)})` : '';
}


/***/ }),

/***/ 6680:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LQ: () => (/* binding */ ReviewReply),
/* harmony export */   wI: () => (/* binding */ Finding)
/* harmony export */ });
/* unused harmony exports RelatedLocation, AbsenceSearch */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6921);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5747);


const RelatedLocation = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), startLine: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(), quote: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
/** A search of the head that found nothing, on which a claim of absence rests. */
const AbsenceSearch = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** Plain text, in any case. */
    pattern: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** Globs; empty means everywhere. */
    paths: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
});
/** What a reviewer claims. This one schema is the type, the check and the JSON Schema sent to the model. */
const Finding = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    ruleId: _rule_js__WEBPACK_IMPORTED_MODULE_0__/* .ReviewerRuleId */ .FM,
    severity: _rule_js__WEBPACK_IMPORTED_MODULE_0__/* .Severity */ .AI,
    confidence: _rule_js__WEBPACK_IMPORTED_MODULE_0__/* .Confidence */ .ZW,
    basis: _rule_js__WEBPACK_IMPORTED_MODULE_0__/* .Basis */ .xO,
    assumptions: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    triage: _rule_js__WEBPACK_IMPORTED_MODULE_0__/* .Triage */ .Tr,
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    recommendation: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    side: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['new', 'old']),
    startLine: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(),
    endLine: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(),
    quote: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    related: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(RelatedLocation),
    /** Asked for, and taken as empty where an answer has none. */
    searches: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(AbsenceSearch).default([]),
});
/** The whole answer of one reviewer. */
const ReviewReply = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    findings: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Finding),
    filesReviewed: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    notVerified: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
});


/***/ }),

/***/ 4377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6921);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
