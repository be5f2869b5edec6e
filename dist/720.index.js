export const id = 720;
export const ids = [720];
export const modules = {

/***/ 1000:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ needing)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/** The same API, whose refusals name the permission that the workflow must give, for example `security-events: write`. */
function needing(permission, api) {
    const named = async (request) => {
        try {
            return await request;
        }
        catch (error) {
            throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ ? withPermission(error, permission) : error;
        }
    };
    return {
        get: (path, options) => named(api.get(path, options)),
        list: (path, options) => named(api.list(path, options)),
        send: (method, path, body) => named(api.send(method, path, body)),
    };
}
/** GitHub also answers 404 where a token may not even know that something is there. */
function withPermission(error, permission) {
    const hints = {
        forbidden: `github-token needs the permission ${permission}`,
        'not-found': `it is not there, or github-token lacks the permission ${permission}`,
    };
    const hint = hints[error.kind];
    if (hint === undefined)
        return error;
    const status = error.status === undefined ? {} : { status: error.status };
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_(error.kind, `${error.message} (${hint})`, { cause: error, ...status });
}


/***/ }),

/***/ 8719:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishToGitHub: () => (/* binding */ publishToGitHub)
});

// EXTERNAL MODULE: ./src/baseline/track.ts + 10 modules
var track = __webpack_require__(9411);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/report/escape.ts
var report_escape = __webpack_require__(4031);
// EXTERNAL MODULE: ./src/report/markdown-parts.ts
var markdown_parts = __webpack_require__(1150);
// EXTERNAL MODULE: ./src/report/verdict-parts.ts
var verdict_parts = __webpack_require__(8600);
// EXTERNAL MODULE: ./src/report/wording.ts
var wording = __webpack_require__(5594);
;// CONCATENATED MODULE: ./src/report/comment.ts




/** GitHub refuses a comment of more than 65,536 characters; the parts stay below half of that. */
const BYTES = { blocking: 14_000, others: 10_000 };
/** The sticky comment: the verdict, what blocks, the rest folded. It approves nothing. */
function toComment(report, context) {
    const { grounded, unverified, own, suppressed } = (0,wording/* groupResults */.Wr)(report);
    const link = (0,verdict_parts/* linker */.cE)(report, context.link);
    const results = [...grounded, ...own];
    return `${(0,markdown_parts/* paragraphs */.qN)([
        commentMarker(context.category),
        (0,verdict_parts/* verdictPart */.fS)(report),
        blockingPart(results.filter((result) => result.blocking), link),
        (0,verdict_parts/* reviewedBy */.d6)(report),
        othersPart(results.filter((result) => !result.blocking), link),
        countsPart(report, { unverified: unverified.length, suppressed: suppressed.length }),
        runPart(context),
    ])}\n`;
}
/** An invisible line by which we know our own comment again, together with who wrote it. */
function commentMarker(category) {
    return `[//]: # (model-stack-comment ${categoryMark(category)})`;
}
/** A category as it stands in markers. */
function categoryMark(category) {
    return (0,report_escape/* singleLine */.pF)(category, 200).replace(/[^A-Za-z0-9/._-]/g, '-');
}
function blockingPart(results, link) {
    if (results.length === 0)
        return '';
    const items = results.map((result) => (0,verdict_parts/* overviewItem */.Vg)(result, link));
    return `**What blocks:**\n\n${(0,markdown_parts/* rows */.Ge)((0,markdown_parts/* takeWithin */.Dh)(items, BYTES.blocking), 'more blocking result')}`;
}
function othersPart(results, link) {
    if (results.length === 0)
        return '';
    const items = results.map((result) => (0,verdict_parts/* overviewItem */.Vg)(result, link));
    return (0,markdown_parts/* folded */.TM)(`${(0,wording/* count */.U9)(results.length, 'result')} that ${results.length === 1 ? 'does' : 'do'} not block`, (0,markdown_parts/* rows */.Ge)((0,markdown_parts/* takeWithin */.Dh)(items, BYTES.others), 'more result'));
}
function countsPart(report, left) {
    const fixed = report.results.filter(({ baselineState }) => baselineState === 'absent').length;
    const parts = [
        ...(fixed === 0 ? [] : [`${(0,wording/* count */.U9)(fixed, 'earlier result')} no longer reported`]),
        ...(left.suppressed === 0 ? [] : [`${(0,wording/* count */.U9)(left.suppressed, 'result')} suppressed`]),
        ...(left.unverified === 0 ? [] : [`${(0,wording/* count */.U9)(left.unverified, 'claim')} not verified`]),
        ...(report.dismissed.length === 0 ? [] : [`${(0,wording/* count */.U9)(report.dismissed.length, 'claim')} dismissed after refutation`]),
    ];
    return parts.length === 0 ? '' : `${parts.join(' · ')}.`;
}
function runPart({ link, runId }) {
    const root = (0,verdict_parts/* repositoryUrl */.Ek)(link);
    if (root === undefined || runId === undefined || !/^[0-9]{1,20}$/.test(runId))
        return '';
    return `Everything is in the [job summary](${root}/actions/runs/${runId}).`;
}

// EXTERNAL MODULE: ./src/types/result.ts
var types_result = __webpack_require__(8020);
;// CONCATENATED MODULE: ./src/report/suggestion.ts

const MOST_LINES = 20;
const MOST_CHARACTERS = 2_000;
/**
 * The recommendation's own `suggestion` block, only when it is certain to apply: it replaces whole lines of the new side
 * that were quoted exactly, and holds nothing that could end the block or that nobody sees.
 */
function suggestionBlock(result) {
    const { recommendation, evidence, side, quote, region } = result;
    if (recommendation === null || side !== 'new')
        return undefined;
    // A detail says that something had to be cleaned, moved or cut: then the lines may be others than the model meant.
    if (evidence.status !== 'verified' || evidence.detail !== null)
        return undefined;
    if (quote.split('\n').length !== region.endLine - region.startLine + 1)
        return undefined;
    const code = onlySuggestion(recommendation);
    if (code === undefined || code.trim() === quote.trim())
        return undefined;
    return `\`\`\`suggestion\n${code}\n\`\`\``;
}
function onlySuggestion(recommendation) {
    const lines = recommendation.replaceAll('\r\n', '\n').split('\n');
    const fences = lines.flatMap((line, index) => (line.includes('```') ? [index] : []));
    const [open, close] = fences;
    if (fences.length !== 2 || open === undefined || close === undefined)
        return undefined;
    if (lines[open] !== '```suggestion' || lines[close] !== '```')
        return undefined;
    const inside = lines.slice(open + 1, close);
    const code = inside.join('\n');
    const plain = code.length <= MOST_CHARACTERS && inside.length <= MOST_LINES && (0,report_escape/* stripControls */.$Y)(code) === code;
    return plain && code.trim() !== '' ? code : undefined;
}

;// CONCATENATED MODULE: ./src/report/review-comments.ts







/** More comments on one change are noise; the rest stands in the summary. */
const MOST_COMMENTS = 30;
/** A comment that marks more lines hides the code that it is about. */
const review_comments_MOST_LINES = 10;
/** The comments that the report asks for, worst first; a result without a line in the diff has none. */
function toReviewComments(report, options) {
    const byPath = filesByPath(options.files);
    return (0,wording/* worstFirst */.md)(report.results)
        .filter((result) => isWanted(result, options.which))
        .flatMap((result) => {
        const place = placeInDiff(result, byPath.get(result.path));
        return place === undefined ? [] : [{ ...place, fingerprint: result.fingerprint, body: bodyOf(result, options) }];
    })
        .slice(0, MOST_COMMENTS);
}
/**
 * Compares the comments that stand there with those that are wanted. What is reported no longer is marked as resolved,
 * but only by a run that looked at the whole change: a comment does not say which file it is about.
 */
function planReviewComments(report, wanted, existing) {
    const present = reportedNow(report);
    const known = new Map(existing.flatMap((comment) => withMarker(comment)));
    const create = wanted.filter(({ fingerprint }) => !known.has(fingerprint));
    const back = wanted.flatMap(({ fingerprint, body }) => {
        const comment = known.get(fingerprint);
        return comment?.state === 'resolved' ? [{ id: comment.id, body }] : [];
    });
    if (report.conclusion === 'not-evaluated' || report.coverage.unreviewed.length > 0)
        return { create, update: back };
    const gone = [...known].flatMap(([fingerprint, comment]) => comment.state === 'open' && !present.has(fingerprint)
        ? [{ id: comment.id, body: resolvedBody(comment, { fingerprint, head: report.change?.head }) }]
        : []);
    return { create, update: [...back, ...gone] };
}
/** By fingerprint; the first of two for the same result is kept. */
function withMarker(comment) {
    const found = MARKER.exec(comment.body);
    const [, state, fingerprint, category] = found ?? [];
    if (fingerprint === undefined || category === undefined || (state !== 'open' && state !== 'resolved'))
        return [];
    return [[fingerprint, { ...comment, state, category }]];
}
/** Those of our comments that a step with this category wrote; the others are for the other steps to keep. */
function ofCategory(comments, category) {
    return comments.filter(({ body }) => MARKER.exec(body)?.[3] === categoryMark(category));
}
/** Which result of which category one of our comments is about; undefined for any other comment. */
function reviewCommentKey(body) {
    const found = MARKER.exec(body);
    return found === null ? undefined : `${found[2]} ${found[3]}`;
}
const MARKER = /^\[\/\/\]: # \(model-stack-result (open|resolved) ([0-9a-f]{1,64}:[0-9]{1,9}) ([A-Za-z0-9/._-]{1,200})\)$/m;
/** The invisible line by which we know the comment of a result again. */
function marker(state, { fingerprint, category }) {
    return `[//]: # (model-stack-result ${state} ${fingerprint} ${categoryMark(category)})`;
}
function reportedNow({ results }) {
    return new Set(results.filter(isOpen).map(({ fingerprint }) => fingerprint));
}
function isOpen({ baselineState, suppression }) {
    return baselineState !== 'absent' && suppression === null;
}
function isWanted(result, which) {
    if (!isOpen(result) || !/^[0-9a-f]{1,64}:[0-9]{1,9}$/.test(result.fingerprint))
        return false;
    if (which === 'blocking')
        return result.blocking;
    // What is not about this change, or could not be found in it, is no comment on its lines.
    return (0,wording/* isFound */.ZN)(result) && result.triage === 'real' && (!(0,types_result/* isOwnResult */.aR)(result) || result.blocking);
}
function filesByPath(files) {
    const old = files.flatMap((file) => (file.oldPath === undefined ? [] : [[file.oldPath, file]]));
    return new Map([...old, ...files.map((file) => [file.path, file])]);
}
/** GitHub refuses a comment on a line that no hunk shows, and one whose lines are of two hunks. */
function placeInDiff({ side, region, evidence, path }, file) {
    if (file === undefined || evidence.status === 'unverified' || evidence.status === 'ambiguous')
        return undefined;
    if (side === 'new' && path !== file.path)
        return undefined;
    const { startLine } = region;
    const hunk = file.hunks.find((candidate) => {
        const [first, lines] = side === 'new' ? [candidate.newStart, candidate.newLines] : [candidate.oldStart, candidate.oldLines];
        return startLine >= first && startLine < first + lines;
    });
    if (hunk === undefined)
        return undefined;
    const last = side === 'new' ? hunk.newStart + hunk.newLines - 1 : hunk.oldStart + hunk.oldLines - 1;
    const line = region.endLine <= last && region.endLine - startLine < review_comments_MOST_LINES ? region.endLine : startLine;
    return {
        path: file.path,
        side: side === 'new' ? 'RIGHT' : 'LEFT',
        line,
        startLine: line === startLine ? undefined : startLine,
    };
}
function bodyOf(result, { suggestions, category }) {
    const block = suggestions === 'on' ? suggestionBlock(result) : undefined;
    const advice = result.recommendation === null ? '' : `**What to do:** ${(0,report_escape/* proseText */.lz)(withoutFences(result.recommendation), 2_000)}`;
    return (0,markdown_parts/* paragraphs */.qN)([
        `**${verdict_parts/* marks */.Z8[result.severity]} ${result.severity} · ${(0,report_escape/* inlineText */.ln)(result.title, 200)}** (${result.ruleId})`,
        (0,report_escape/* proseText */.lz)(result.message, 3_000),
        block ?? advice,
        (0,report_escape/* inlineText */.ln)((0,wording/* blockingWords */.lH)(result), 800),
        marker('open', { fingerprint: result.fingerprint, category }),
    ]);
}
/** A block of code in a recommendation is shown by the suggestion or not at all. */
function withoutFences(text) {
    return text.replace(/^[^\S\n]{0,3}`{3,}.*$/gm, '');
}
function resolvedBody({ body, category }, { fingerprint, head }) {
    const commit = head !== undefined && /^[0-9a-f]{40,64}$/.test(head) ? ` at \`${head.slice(0, 12)}\`` : '';
    // A suggestion must not stay applicable to code that has changed since.
    const said = body.replace(MARKER, '').replaceAll('```suggestion', '```').trim();
    return (0,markdown_parts/* paragraphs */.qN)([
        `**Resolved:** the review${commit} no longer reports this.`,
        (0,markdown_parts/* folded */.TM)('What it said', said),
        marker('resolved', { fingerprint, category }),
    ]);
}

// EXTERNAL MODULE: ./src/report/sarif.ts + 1 modules
var sarif = __webpack_require__(5326);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./src/host/encode-sarif.ts



/** The text goes through gzip in pieces, so that it never stands in memory a second time as bytes. */
const PIECE_CHARACTERS = 64 * 1024;
/** What gzip takes and hands over at once; less is many small steps for a large file. */
const CHUNK_BYTES = 256 * 1024;
/** So much may wait for gzip; more is made only when it has caught up. */
const WAITING_BYTES = 4 * 1024 * 1024;
/** In UTF-8, of one of the units that JavaScript counts. */
const MOST_BYTES_OF_A_CHARACTER = 3;
/** Compresses and encodes a SARIF file, given whole or in pieces that are made while the earlier ones are compressed. */
async function encodeSarif(sarif) {
    // The most memory, 512 kB, makes gzip faster by a tenth and the file no larger.
    const gzip = (0,external_node_zlib_.createGzip)({ chunkSize: CHUNK_BYTES, memLevel: external_node_zlib_.constants.Z_MAX_MEMLEVEL });
    const compressed = [];
    gzip.on('data', (chunk) => compressed.push(chunk));
    const ended = (0,external_node_events_.once)(gzip, 'end');
    for (const chunk of chunksOf(typeof sarif === 'string' ? piecesOf(sarif) : sarif)) {
        gzip.write(chunk);
        // gzip works in a thread of its own, but asks for its next chunk in this one.
        await (gzip.writableLength > WAITING_BYTES ? (0,external_node_events_.once)(gzip, 'drain') : (0,promises_.setImmediate)());
    }
    gzip.end();
    await ended;
    const bytes = Buffer.concat(compressed);
    return { base64: bytes.toString('base64'), gzipBytes: bytes.length };
}
/** The pieces as bytes, put together to what gzip takes at once, because each of its steps costs. */
function* chunksOf(pieces) {
    let chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    let filled = 0;
    for (const piece of pieces) {
        const most = piece.length * MOST_BYTES_OF_A_CHARACTER;
        if (filled + most > chunk.length) {
            if (filled > 0)
                yield chunk.subarray(0, filled);
            // A new one, because gzip still reads the last.
            chunk = Buffer.allocUnsafe(Math.max(CHUNK_BYTES, most));
            filled = 0;
        }
        filled += chunk.write(piece, filled);
    }
    if (filled > 0)
        yield chunk.subarray(0, filled);
}
function* piecesOf(text) {
    let start = 0;
    while (start < text.length) {
        let end = Math.min(text.length, start + PIECE_CHARACTERS);
        // A piece that ends between the two halves of a character would turn both into replacement characters.
        if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1)))
            end -= 1;
        yield text.slice(start, end);
        start = end;
    }
}
function isHighSurrogate(unit) {
    return unit >= 0xd800 && unit <= 0xdbff;
}

;// CONCATENATED MODULE: ./src/host/github/create-once.ts

/** Pauses before the look whether a lost creation arrived after all, and the number of further tries. */
const RETRY_DELAYS_MS = [2_000, 5_000];
/**
 * Creates something that must not be there twice. The client never repeats a POST, because GitHub may have done it
 * although the answer was lost; here it is looked for first. Where it cannot be looked for, nothing is created again.
 */
async function createOnce({ create, find, wait }) {
    for (let attempt = 0;; attempt += 1) {
        try {
            return await create();
        }
        catch (error) {
            const delay = RETRY_DELAYS_MS[attempt];
            if (!(error instanceof errors/* GitHubError */.y_) || error.kind !== 'unavailable')
                throw error;
            if (delay !== undefined)
                await wait(delay);
            // Also after the last try: it may have arrived.
            const found = await find();
            if (found !== undefined)
                return found;
            if (delay === undefined)
                throw error;
        }
    }
}

// EXTERNAL MODULE: ./src/host/github/needing.ts
var needing = __webpack_require__(1000);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
;// CONCATENATED MODULE: ./src/host/github/own-identity.ts


/** Who wrote a comment, as GitHub tells it. */
const Authored = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    body: schemas/* string */.YjP(),
    user: schemas/* object */.Ikc({ id: schemas/* int */.Whr(), login: schemas/* string */.YjP(), type: schemas/* string */.YjP() }).nullable(),
    performed_via_github_app: schemas/* object */.Ikc({ slug: schemas/* string */.YjP().nullish() }).nullish(),
});
const Account = schemas/* object */.Ikc({ id: schemas/* int */.Whr() });
/** No person can have a login with brackets, so only the app itself writes under it. */
const ACTIONS_LOGIN = 'github-actions[bot]';
const ACTIONS_SLUG = 'github-actions';
/**
 * How our own comments are told from look-alikes: a personal token says whose it is; the token of a job may not ask, and
 * writes as the Actions app.
 */
async function readOwnIdentity(api) {
    const account = await readAccount(api);
    if (account !== undefined)
        return ({ user, performed_via_github_app }) => user?.id === account && !performed_via_github_app;
    return ({ user, performed_via_github_app }) => user?.type === 'Bot' &&
        user.login === ACTIONS_LOGIN &&
        (performed_via_github_app?.slug ?? ACTIONS_SLUG) === ACTIONS_SLUG;
}
/** Whoever wrote this comment, which the token of this run has just made, is us. */
function sameAuthor(made) {
    const slug = (comment) => comment.performed_via_github_app?.slug ?? undefined;
    return (comment) => made.user !== null && comment.user?.id === made.user.id && slug(comment) === slug(made);
}
async function readAccount(api) {
    try {
        const parsed = Account.safeParse(await api.get('/user', { below: 'root' }));
        return parsed.success ? parsed.data.id : undefined;
    }
    catch (error) {
        if (error instanceof errors/* GitHubError */.y_ && (error.kind === 'forbidden' || error.kind === 'not-found'))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/host/github/review-comments.ts





/**
 * Brings the inline comments up to date: one by one, so that a line that GitHub refuses does not lose the others. They
 * are comments only; this never approves and never requests changes. Rejects with GitHubError when nothing can be written.
 */
async function publishReviewComments(github, comments) {
    const api = (0,needing/* needing */.h)('pull-requests: write', github);
    return publishAs(api, comments, await readOwnIdentity(api));
}
async function publishAs(api, comments, isOurs) {
    const { create, update } = comments.plan(await readOurs(api, comments.pullRequest, isOurs));
    for (const { id, body } of update)
        await api.send('PATCH', `/pulls/comments/${id}`, { body });
    const refused = [];
    for (const comment of create) {
        const outcome = await createComment(api, comment, { ...comments, isOurs });
        if (typeof outcome === 'string')
            refused.push(`${comment.path}:${comment.line}: ${outcome}`);
        else if (!isOurs(outcome))
            return startAgain(api, comments, outcome);
    }
    return { created: create.length - refused.length, updated: update.length, refused };
}
/** The token is an app's of whose identity we only learn now: what it wrote on earlier runs has to be looked at first. */
async function startAgain(api, comments, made) {
    await api.send('DELETE', `/pulls/comments/${made.id}`);
    return publishAs(api, comments, sameAuthor(made));
}
async function readOurs(api, pullRequest, isOurs) {
    const all = await api.list(`/pulls/${pullRequest}/comments`);
    return all.flatMap((entry) => {
        const parsed = Authored.safeParse(entry);
        return parsed.success && isOurs(parsed.data) ? [parsed.data] : [];
    });
}
/** The comment as it stands there, or why GitHub refused it. */
async function createComment(api, comment, { pullRequest, head, wait, isOurs }) {
    const { path, side, line, startLine, body } = comment;
    const lines = startLine === undefined ? { line, side } : { line, side, start_line: startLine, start_side: side };
    try {
        const made = await createOnce({
            create: () => api.send('POST', `/pulls/${pullRequest}/comments`, { commit_id: head, path, body, ...lines }),
            find: async () => {
                const ours = await readOurs(api, pullRequest, isOurs);
                return ours.find((one) => reviewCommentKey(one.body) === reviewCommentKey(comment.body));
            },
            wait,
        });
        return Authored.parse(made);
    }
    catch (error) {
        if (error instanceof errors/* GitHubError */.y_ && error.kind === 'invalid')
            return error.message;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/host/github/summary-comment.ts



/** Keeps one comment up to date: ours alone, whoever copies its marker. Rejects with GitHubError. */
async function publishSummaryComment(github, comment) {
    const api = (0,needing/* needing */.h)('pull-requests: write', github);
    const isOurs = await readOwnIdentity(api);
    const earlier = await findOurs(api, comment, isOurs);
    if (earlier !== undefined)
        return update(api, earlier, comment);
    if (comment.when === 'if-there')
        return 'none';
    const made = Authored.parse(await createOnce({
        create: () => api.send('POST', `/issues/${comment.pullRequest}/comments`, { body: comment.body }),
        find: () => findOurs(api, comment, isOurs),
        wait: comment.wait,
    }));
    return isOurs(made) ? 'created' : foldIntoEarlier(api, made, comment);
}
/** The token is an app's of whose identity we only learn now: an earlier comment of the same app takes the new text. */
async function foldIntoEarlier(api, made, comment) {
    const isOurs = sameAuthor(made);
    const earlier = await findOurs(api, comment, (other) => isOurs(other) && other.id !== made.id);
    if (earlier === undefined)
        return 'created';
    const outcome = await update(api, earlier, comment);
    await api.send('DELETE', `/issues/comments/${made.id}`);
    return outcome;
}
async function update(api, earlier, { body }) {
    if (earlier.body === body)
        return 'unchanged';
    await api.send('PATCH', `/issues/comments/${earlier.id}`, { body });
    return 'updated';
}
async function findOurs(api, { pullRequest, marker }, isOurs) {
    for (const entry of await api.list(`/issues/${pullRequest}/comments`)) {
        const parsed = Authored.safeParse(entry);
        if (parsed.success && isOurs(parsed.data) && parsed.data.body.split(/\r?\n/)[0] === marker)
            return parsed.data;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/host/github/fit-sarif.ts
/** GitHub refuses a larger gzip file (docs: sarif-support, "10 MB"; read in the smaller way). */
const MAX_GZIP_BYTES = 10_000_000;
/** Halves the number of results until the file is within GitHub's limit; what stays is the worst. */
async function fitSarif(source, encode, maxGzipBytes = MAX_GZIP_BYTES) {
    for (let kept = source.resultCount;; kept = Math.floor(kept / 2)) {
        const { base64, gzipBytes } = await encode(source.make(kept));
        if (gzipBytes <= maxGzipBytes)
            return { kind: 'fits', base64, kept };
        if (kept === 0)
            return { kind: 'too-large', gzipBytes };
    }
}

;// CONCATENATED MODULE: ./src/host/github/upload-sarif.ts






const PERMISSION = 'security-events: write';
/** Two minutes in all. GitHub goes on without us after that, as it does for its own uploader. */
const POLL_DELAYS_MS = [1_000, 3_000, 8_000, 18_000, 30_000, 30_000, 30_000];
const SHOWN_ERRORS = 5;
const ERROR_CHARACTERS = 300;
const Accepted = schemas/* object */.Ikc({ id: schemas/* string */.YjP().regex(/^[\w-]{1,100}$/) });
const Processing = schemas/* object */.Ikc({
    processing_status: schemas/* enum */.k5n(['pending', 'complete', 'failed']),
    errors: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
});
/**
 * Uploads a SARIF file to code scanning and waits until it was read. A repetition is harmless: the second file of the
 * same tool, category and commit replaces the first.
 */
async function uploadSarif(api, upload, ports) {
    const fitted = await fitSarif(upload.source, ports.encode);
    if (fitted.kind === 'too-large')
        return tooLarge(fitted.gzipBytes);
    const scanning = (0,needing/* needing */.h)(PERMISSION, api);
    try {
        const id = await send(scanning, { ...upload, base64: fitted.base64 }, ports);
        return await waitUntilRead(scanning, { id, notes: cutNotes(fitted, upload.source) }, ports);
    }
    catch (error) {
        if (!(error instanceof errors/* GitHubError */.y_))
            throw error;
        return toOutcome(error, upload.place);
    }
}
async function send(api, upload, { wait }) {
    const body = {
        commit_sha: upload.place.sha,
        ref: upload.place.ref,
        sarif: upload.base64,
        started_at: upload.startedAt.toISOString(),
        tool_name: upload.toolName,
    };
    const create = () => api.send('POST', '/code-scanning/sarifs', body);
    // Nothing to look for: what arrived twice counts once.
    const accepted = Accepted.safeParse(await createOnce({ create, find: async () => undefined, wait }));
    if (accepted.success)
        return accepted.data.id;
    throw new errors/* GitHubError */.y_('unavailable', 'GitHub accepted the SARIF file without saying under which id it reads it.');
}
async function waitUntilRead(api, { id, notes }, { wait }) {
    for (const delay of POLL_DELAYS_MS) {
        await wait(delay);
        const state = await readState(api, id);
        if (state.processing_status === 'complete')
            return { kind: 'uploaded', notes: [...notes, ...errorsOf(state)] };
        if (state.processing_status === 'failed')
            return refused(state);
    }
    return { kind: 'processing', notes };
}
/** A state that cannot be read now may be readable at the next look; the file itself is with GitHub already. */
async function readState(api, id) {
    try {
        const state = Processing.safeParse(await api.get(`/code-scanning/sarifs/${id}`));
        return state.success ? state.data : { processing_status: 'pending' };
    }
    catch (error) {
        if (!(error instanceof errors/* GitHubError */.y_))
            throw error;
        return { processing_status: 'pending' };
    }
}
function errorsOf({ errors }) {
    const all = errors ?? [];
    const shown = all.slice(0, SHOWN_ERRORS).map((error) => (0,report_escape/* singleLine */.pF)(error, ERROR_CHARACTERS));
    return all.length > shown.length ? [...shown, `and ${all.length - shown.length} more`] : shown;
}
function refused(state) {
    const errors = errorsOf(state);
    return {
        kind: 'failed',
        why: `Code scanning could not read the SARIF file: ${errors.length === 0 ? 'it does not say why' : errors.join('; ')}.`,
        fix: 'Re-run the job; if it stays, report it with the SARIF file.',
    };
}
function cutNotes(fitted, { resultCount }) {
    if (fitted.kept === resultCount)
        return [];
    return [
        `Only the ${fitted.kept} worst of ${resultCount} results were uploaded, because GitHub takes no file above 10 MB; all are in the report.`,
    ];
}
function tooLarge(gzipBytes) {
    return {
        kind: 'failed',
        why: `Without any result the SARIF file still has ${gzipBytes} bytes after gzip, and GitHub takes 10 MB.`,
        fix: 'Report it with the SARIF file, or set upload-sarif: never.',
    };
}
/** Who must act, and how; for a forbidden upload that depends on where the change comes from. */
const fixes = {
    disabled: {
        kind: 'skipped',
        fix: 'Turn on code scanning in the settings of the repository (a private one needs GitHub Code Security), or set upload-sarif: never; results then stay in the job summary and in sarif-file.',
    },
    'not-found': {
        kind: 'skipped',
        fix: `Give the job the permission ${PERMISSION}; where the branch or commit is gone from GitHub, re-run on the current one.`,
    },
    invalid: { kind: 'failed', fix: 'Report it with the SARIF file, or set upload-sarif: never.' },
    'rate-limited': { kind: 'failed', fix: 'Re-run the job later; another job may have used up the limit of the token.' },
    unavailable: { kind: 'failed', fix: 'Re-run the job when GitHub answers again.' },
};
function toOutcome(error, place) {
    const why = `Code scanning was not given the results: ${error.message}`;
    if (error.kind === 'forbidden')
        return { kind: 'skipped', why, fix: place.whenForbidden };
    // A ref that was deleted, or a head that was overwritten, meanwhile: nothing is wrong with the file.
    if (/\b(?:ref|commit)\b.{0,200} not found/i.test(error.message))
        return { kind: 'skipped', why, fix: fixes['not-found'].fix };
    return { why, ...fixes[error.kind] };
}

;// CONCATENATED MODULE: ./src/host/github/upload-target.ts
/** Where the merge queue builds; such a ref is deleted as soon as its build ends, and its alerts are never shown. */
const QUEUE = /^(?:refs\/heads\/)?gh-readonly-queue\//;
const BRANCH = /^refs\/heads\/(.+)$/;
/**
 * Under which ref and commit the results belong, or why they belong nowhere. As for GitHub's own uploads the checkout
 * decides: the merge commit goes under the merge ref, with the lines that it has there, and the head under the head ref.
 */
function uploadTarget(situation) {
    const { eventName, ref, pullRequest, conclusion } = situation;
    if (conclusion === 'not-evaluated')
        return notReviewed();
    if (eventName === 'merge_group' || QUEUE.test(ref))
        return inQueue();
    if (pullRequest !== undefined)
        return onPullRequest(situation, pullRequest);
    const branch = BRANCH.exec(ref)?.[1];
    return branch === undefined ? notABranch(ref) : onBranch(situation, branch);
}
/** Where people find what was uploaded, on the server's own host. */
function alertsUrl(server, ref) {
    const pull = /^refs\/pull\/(\d+)\//.exec(ref)?.[1];
    const where = pull === undefined ? `ref:${ref}` : `pr:${pull}`;
    return `${server.serverUrl}/${server.repository}/security/code-scanning?query=${encodeURIComponent(`${where} is:open`)}`;
}
function onPullRequest({ eventName, reviewed, ref, sha }, { number, head, fork }) {
    // Under pull_request_target the token is what the workflow says, also for a fork.
    const whenForbidden = fork && eventName !== 'pull_request_target' ? FORK_FIX : PERMISSION_FIX;
    if (reviewed === head)
        return place({ ref: `refs/pull/${number}/head`, sha: head, whenForbidden });
    const merge = `refs/pull/${number}/merge`;
    if (reviewed === sha && ref === merge)
        return place({ ref: merge, sha, whenForbidden });
    return none(`The commit ${reviewed} that was reviewed is neither the head nor the merge commit of pull request ${number}, so GitHub would show results on wrong lines.`, 'Leave head-ref empty where results are to be uploaded.');
}
function onBranch({ ref, sha, reviewed, scope, defaultBranch }, branch) {
    if (reviewed !== sha) {
        return none(`The commit ${reviewed} that was reviewed is not the one that ${ref} stands at, so GitHub would show results on wrong lines.`, 'Leave head-ref empty where results are to be uploaded.');
    }
    if (scope === 'whole')
        return place({ ref, sha, whenForbidden: PERMISSION_FIX });
    if (defaultBranch === undefined) {
        return none(`The event does not tell the default branch, and ${ref} may be it: results of a diff would close its other alerts.`, 'Review pull requests instead, or set upload-sarif: never.');
    }
    if (branch === defaultBranch) {
        return none(`${branch} is the default branch: results of a diff would close every alert that the diff does not touch.`, 'Review pull requests instead, or use mode: audit on this branch.');
    }
    return place({ ref, sha, whenForbidden: PERMISSION_FIX });
}
function notReviewed() {
    return none('The change was not fully reviewed: code scanning would take every earlier alert that nobody looked at for fixed.', 'See why the review is incomplete, and re-run the job.');
}
function inQueue() {
    return none('Refs of the merge queue are deleted after the build, and code scanning shows no alerts there.', 'Nothing to do: the pull request itself was uploaded when it was reviewed.');
}
function notABranch(ref) {
    return none(`${JSON.stringify(ref.slice(0, 200))} is neither a branch nor a pull request, and code scanning shows alerts for those only.`, 'Run on pull_request or on a branch, or set upload-sarif: never.');
}
const PERMISSION_FIX = 'Give the job `permissions: security-events: write` (in a private repository also contents: read and actions: read), or set upload-sarif: never.';
const FORK_FIX = 'The token of a pull request from a fork is read-only, whatever the workflow says: use one of the recipes for forks, or set upload-sarif: never; results then stay in the job summary and in sarif-file.';
function place(where) {
    return { kind: 'place', place: where };
}
function none(why, fix) {
    return { kind: 'none', why, fix };
}

;// CONCATENATED MODULE: ./src/host/publish-to-github.ts











/** Uploads to code scanning and writes comments, as far as it was asked for. What fails is a note, and never a verdict. */
async function publishToGitHub(report, options) {
    const { github } = options;
    // A verdict on a head that is no longer the head would take the place of the one on the new head.
    if (report.reasons.some(({ kind }) => kind === 'head-moved' || kind === 'closed'))
        return { notes: [], missing: isRequired(options) ? 'required upload' : 'nothing' };
    if (github === undefined)
        return withoutToken(options);
    const upload = options.upload === 'never' ? undefined : await tryUpload(report, { ...options, github });
    const notes = [
        ...(upload === undefined ? [] : uploadNotes(upload)),
        ...(await tryTo('The comment on the pull request', () => writeComment(report, { ...options, github }))),
        ...(await tryTo('The review comments', () => writeReviewComments(report, { ...options, github }))),
    ];
    const isMissing = isRequired(options) && (upload?.kind === 'skipped' || upload?.kind === 'failed');
    return { notes, missing: isMissing ? 'required upload' : 'nothing' };
}
function isRequired({ upload }) {
    return upload === 'required';
}
function withoutToken(options) {
    const wanted = options.upload !== 'never' || options.comment !== 'never' || options.reviewComments !== 'never';
    return {
        notes: wanted ? ['Nothing was written to GitHub: github-token is empty.'] : [],
        missing: isRequired(options) ? 'required upload' : 'nothing',
    };
}
async function tryUpload(report, options) {
    const { situation, github, category, changedPaths, startedAt, filed } = options;
    // Whatever the verdict: alerts of what nobody looked at would be taken for fixed.
    const conclusion = report.coverage.unreviewed.length > 0 ? 'not-evaluated' : report.conclusion;
    const target = uploadTarget({ ...situation, reviewed: filed.sha, scope: 'diff', conclusion });
    if (target.kind === 'none')
        return { kind: 'skipped', why: target.why, fix: target.fix };
    const ordered = (0,wording/* worstFirst */.md)(filed.report.results.filter((result) => isForCodeScanning(result, options.withheld)));
    const make = (count) => (0,sarif/* sarifPieces */.xK)({ ...report, results: ordered.slice(0, count) }, { category, paths: changedPaths });
    return uploadSarif(github, {
        source: { resultCount: ordered.length, make },
        ...{ toolName: report.tool.name, place: target.place, startedAt },
    }, { encode: encodeSarif, wait: github.wait });
}
/**
 * Code scanning does not read SARIF's suppressions: what the config accepts would stay open there as an alert, and what
 * was dismissed under another name would open a second one.
 */
function isForCodeScanning(result, withheld) {
    const { baselineState, suppression } = result;
    if (baselineState === 'absent' || suppression?.kind === 'config')
        return false;
    return suppression?.kind !== 'dismissed-alert' || withheld?.has((0,track/* alertKey */.a)(result)) !== true;
}
function uploadNotes(outcome) {
    switch (outcome.kind) {
        case 'uploaded':
            return ['Uploaded to code scanning.', ...outcome.notes];
        case 'processing':
            return ['Uploaded to code scanning, which has not read it yet.', ...outcome.notes];
        case 'skipped':
        case 'failed':
            return [`Not uploaded to code scanning: ${outcome.why} ${outcome.fix}`];
    }
}
async function writeComment(report, options) {
    const { comment, situation, github, category } = options;
    if (comment === 'never' || situation.pullRequest === undefined)
        return [];
    const failed = report.conclusion === 'fail' || report.conclusion === 'not-evaluated';
    await publishSummaryComment(github, {
        pullRequest: situation.pullRequest.number,
        body: toComment(report, {
            link: { serverUrl: options.serverUrl, repository: options.repository },
            ...{ category, runId: options.runId },
        }),
        marker: commentMarker(category),
        when: comment === 'always' || failed ? 'always' : 'if-there',
        wait: github.wait,
    });
    return [];
}
async function writeReviewComments(report, options) {
    const { reviewComments: which, situation, github, files, suggestions, category } = options;
    if (which === 'never' || situation.pullRequest === undefined || report.change === null)
        return [];
    const wanted = toReviewComments(report, { which, files, suggestions, category });
    const { refused } = await publishReviewComments(github, {
        ...{ pullRequest: situation.pullRequest.number, head: report.change.head, wait: github.wait },
        plan: (existing) => planReviewComments(report, wanted, ofCategory(existing, category)),
    });
    return refused.map((one) => `GitHub refused a review comment: ${one}`);
}
/** A comment that cannot be written is no reason to fail. */
async function tryTo(what, write) {
    try {
        return await write();
    }
    catch (error) {
        if (!(error instanceof errors/* GitHubError */.y_))
            throw error;
        return [`${what} could not be written: ${error.message}`];
    }
}


/***/ }),

/***/ 9422:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ groupBy),
/* harmony export */   D: () => (/* binding */ addTo)
/* harmony export */ });
/** Puts a value at the end of the list under the key. */
function addTo(groups, key, value) {
    const group = groups.get(key);
    if (group === undefined)
        groups.set(key, [value]);
    else
        group.push(value);
}
/** As Map.groupBy, which Node 20 does not have; no group is empty. */
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [item]);
        else
            group.push(item);
    }
    return groups;
}


/***/ })

};
