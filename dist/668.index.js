export const id = 668;
export const ids = [668];
export const modules = {

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

/***/ 7084:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline),
/* harmony export */   S: () => (/* binding */ whenAnyAborts)
/* harmony export */ });
/*
 * Not AbortSignal.any and AbortSignal.timeout: Node 20 lets go of such signals while somebody still waits for them, and
 * a run that waited for its time-out then waited for ever.
 */
/** Aborts as soon as one of the signals does, with its reason. It listens to them until it aborts, or until `released` does. */
function whenAnyAborts(signals, released) {
    const controller = new AbortController();
    for (const signal of signals) {
        if (signal.aborted)
            controller.abort(signal.reason);
        else
            follow(signal, controller, released);
    }
    return controller;
}
function follow(signal, controller, released) {
    const onAbort = () => controller.abort(signal.reason);
    const stop = () => signal.removeEventListener('abort', onAbort);
    signal.addEventListener('abort', onAbort, { once: true });
    controller.signal.addEventListener('abort', stop, { once: true });
    released?.addEventListener('abort', stop, { once: true });
}
/** Aborts when `parent` does, or after `ms`, with a reason that says so; keeps no process alive. */
function withDeadline(parent, ms) {
    const controller = whenAnyAborts([parent]);
    const over = () => controller.abort(new Error(`the time of the run, ${Math.round(ms / 1000)} seconds, was over`));
    // The timer holds the controller, so that nothing is collected before it fires.
    setTimeout(over, ms).unref();
    return controller.signal;
}


/***/ }),

/***/ 3280:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isInside),
/* harmony export */   o: () => (/* binding */ findExecutable)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/** The absolute path of `name` on PATH, skipping relative entries and everything inside `outside` (a checkout may bring its own tools). */
function findExecutable(name, outside) {
    const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
    for (const directory of (process.env['PATH'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
        if (!(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(directory))
            continue;
        const found = names.map((file) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, file)).find(isRunnable);
        if (found !== undefined && !outside.some((root) => isInside(root, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(found))))
            return found;
    }
    return undefined;
}
function isRunnable(file) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file).isFile();
    }
    catch {
        return false;
    }
}
/** Whether `path` lies in `root` or is it; both absolute. */
function isInside(root, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path);
    return way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way);
}


/***/ }),

/***/ 9747:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ exchange),
/* harmony export */   i: () => (/* binding */ NoAnswerError)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6921);
/* harmony import */ var _abort_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7084);


const USER_AGENT = 'model-stack-action';
/** A slow line carries at least this much; a large body gets that much more time. */
const SLOWEST_BYTES_PER_MS = 500;
const MARGIN_MS = 1_000;
/** Codes of connections that were never made, so that no request was sent. */
const NOT_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
/** GHES often has a certificate of the organisation's own authority. */
const CERTIFICATE_CODES = /SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)/;
const CauseDetails = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), code: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).partial();
/** No complete answer came. `delivery` says whether GitHub may have acted on the request all the same. */
class NoAnswerError extends Error {
    name = 'NoAnswerError';
    delivery;
    constructor(message, delivery, options) {
        super(message, options);
        this.delivery = delivery;
    }
}
/** Sends one request through the job's proxy and reads the whole answer; rejects with NoAnswerError. */
async function exchange(request, limits, signal) {
    // Loaded late: it drags undici along, which costs more than the rest of a start.
    const { HttpClient } = await __webpack_require__.e(/* import() */ 942).then(__webpack_require__.bind(__webpack_require__, 4942));
    const timeoutMs = limits.timeoutMs + Math.ceil((request.body?.length ?? 0) / SLOWEST_BYTES_PER_MS);
    // One client a request: disposing of it is the only way to end a request that waits for its answer.
    // Its own time-out is for what is left over behind a proxy; ours comes first, with words of its own.
    const client = new HttpClient(USER_AGENT, [], { allowRedirects: false, socketTimeout: timeoutMs + MARGIN_MS });
    const open = () => client.request(request.method, request.url.href, request.body ?? null, { ...request.headers });
    const released = new AbortController();
    const ended = (0,_abort_js__WEBPACK_IMPORTED_MODULE_1__/* .whenAnyAborts */ .S)([signal], released.signal);
    const over = () => ended.abort(new Error(`no complete answer within ${timeoutMs / 1000} s`));
    const timer = setTimeout(over, timeoutMs);
    try {
        return await unlessAborted(readAnswer(open, request.maxBytes ?? limits.maxBytes, ended.signal), ended.signal);
    }
    catch (error) {
        throw toNoAnswer(error);
    }
    finally {
        clearTimeout(timer);
        released.abort();
        client.dispose();
    }
}
function unlessAborted(work, signal) {
    return new Promise((resolve, reject) => {
        const abort = () => reject(signal.reason);
        if (signal.aborted)
            abort();
        signal.addEventListener('abort', abort, { once: true });
        work.then(resolve, reject);
    });
}
async function readAnswer(open, maxBytes, signal) {
    signal.throwIfAborted();
    const { message } = await open();
    // Behind a proxy, disposing of the client does not close the connection.
    const stop = () => void message.destroy(new Error('given up'));
    signal.addEventListener('abort', stop, { once: true });
    try {
        signal.throwIfAborted();
        const body = await readBody(message, maxBytes);
        return { status: message.statusCode ?? 0, headers: message.headers, body };
    }
    finally {
        signal.removeEventListener('abort', stop);
        message.destroy();
    }
}
async function readBody(chunks, maxBytes) {
    const parts = [];
    let size = 0;
    for await (const chunk of chunks) {
        size += chunk.length;
        if (size > maxBytes)
            throw new NoAnswerError(`the answer is larger than ${maxBytes} bytes`, 'unknown');
        parts.push(chunk);
    }
    return Buffer.concat(parts);
}
function toNoAnswer(error) {
    if (error instanceof NoAnswerError)
        return error;
    // Of an AggregateError (both address families refused) only the code says something.
    const { message = '', code = '' } = CauseDetails.catch({}).parse(error);
    const delivery = NOT_CONNECTED.includes(code) ? 'not-sent' : 'unknown';
    const hint = CERTIFICATE_CODES.test(code) ? ' (NODE_EXTRA_CA_CERTS names the file of an authority of your own)' : '';
    return new NoAnswerError(`${message || code || 'unknown error'}${hint}`, delivery, { cause: error });
}


/***/ }),

/***/ 5664:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BZ: () => (/* binding */ isSameOrSafer),
/* harmony export */   RG: () => (/* binding */ download),
/* harmony export */   nV: () => (/* binding */ DownloadError),
/* harmony export */   zA: () => (/* binding */ shownUrl)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6921);


/** No byte for so long means that the other side is gone. */
const idleTimeoutMs = 30_000;
const maxRedirects = 3;
const retryDelaysMs = [500, 2_000];
const redirectStatuses = [301, 302, 303, 307, 308];
/** Request Timeout and Too Many Requests; every 5xx is worth another try too. */
const transientStatuses = [408, 429];
const CauseDetails = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), code: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).partial();
/** A download that failed; `status` is undefined where no complete answer came. */
class DownloadError extends Error {
    name = 'DownloadError';
    status;
    transient;
    constructor(message, details) {
        super(message, { cause: details.cause });
        this.status = details.status;
        this.transient = details.transient;
    }
}
/**
 * Fetches `url` through the job's proxy (HTTPS_PROXY, HTTP_PROXY, NO_PROXY in either case) and hands the body to
 * `consume`. When the connection fails, also in the middle of the body, `consume` is called again with a new body.
 * Rejects with DownloadError, or with what `consume` threw.
 */
async function download(url, consume, options = {}) {
    const delays = options.retryDelaysMs ?? retryDelaysMs;
    for (let attempt = 0;; attempt += 1) {
        options.signal?.throwIfAborted();
        try {
            return await downloadOnce(url, consume, options);
        }
        catch (error) {
            options.signal?.throwIfAborted();
            const delay = delays[attempt];
            if (!(error instanceof DownloadError) || !error.transient || delay === undefined)
                throw error;
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(delay, undefined, { signal: options.signal });
        }
    }
}
/** The address without query, fragment and credentials, fit for a message. */
function shownUrl(url) {
    const parsed = URL.parse(url);
    return parsed === null ? 'an invalid URL' : `${parsed.protocol}//${parsed.host}${parsed.pathname}`.slice(0, 300);
}
async function downloadOnce(url, consume, options) {
    const idle = options.idleTimeoutMs ?? idleTimeoutMs;
    const message = await openUnlessAborted(openFollowingRedirects(url, idle), options.signal);
    const abort = () => void message.destroy(new Error('aborted'));
    options.signal?.addEventListener('abort', abort, { once: true });
    if (options.signal?.aborted === true)
        abort();
    message.setTimeout(idle, () => message.destroy(new Error(`no data for ${idle / 1000} s`)));
    try {
        return await consume(bodyOf(message, url), contentLengthOf(message));
    }
    finally {
        options.signal?.removeEventListener('abort', abort);
        message.destroy();
    }
}
/** The client cannot be interrupted while it waits for an answer: a late one is dropped. */
async function openUnlessAborted(opening, signal) {
    if (signal === undefined)
        return opening;
    return new Promise((resolve, reject) => {
        const abort = () => {
            reject(signal.reason);
            opening.then((message) => message.destroy()).catch(() => { });
        };
        signal.addEventListener('abort', abort, { once: true });
        opening.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    });
}
async function openFollowingRedirects(url, idleMs) {
    // Loaded late: it drags undici along, which costs more than the rest of a start.
    const { HttpClient } = await __webpack_require__.e(/* import() */ 942).then(__webpack_require__.bind(__webpack_require__, 4942));
    // Redirects are followed here, because the client would go on to any protocol and up to any length.
    const client = new HttpClient('model-stack-action', [], { allowRedirects: false, socketTimeout: idleMs });
    let current = url;
    for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
        const message = await open(client, current);
        const status = message.statusCode ?? 0;
        if (status === 200)
            return message;
        message.destroy();
        if (!redirectStatuses.includes(status))
            throw statusError(current, status);
        current = redirectTarget(current, message.headers.location);
    }
    throw new DownloadError(`${shownUrl(url)} redirects more than ${maxRedirects} times`, { transient: false });
}
async function open(client, url) {
    try {
        return (await client.get(url)).message;
    }
    catch (cause) {
        throw new DownloadError(`${shownUrl(url)} cannot be reached: ${causeText(cause)}`, { transient: true, cause });
    }
}
function statusError(url, status) {
    const transient = status >= 500 || transientStatuses.includes(status);
    return new DownloadError(`${shownUrl(url)} answered with HTTP status ${status}`, { status, transient });
}
function redirectTarget(from, location) {
    const target = location === undefined ? null : URL.parse(location, from);
    if (target === null) {
        throw new DownloadError(`${shownUrl(from)} redirects without a valid location`, { transient: false });
    }
    if (!isSameOrSafer(from, target.href)) {
        throw new DownloadError(`${shownUrl(from)} redirects to ${target.protocol}, which is refused`, { transient: false });
    }
    return target.href;
}
/** Whether going from one address to the other keeps to http(s) and does not give up encryption. */
function isSameOrSafer(from, to) {
    const protocol = URL.parse(to)?.protocol;
    return protocol === 'https:' || (protocol === 'http:' && URL.parse(from)?.protocol === 'http:');
}
async function* bodyOf(message, url) {
    try {
        yield* message;
    }
    catch (cause) {
        throw new DownloadError(`${shownUrl(url)} broke off: ${causeText(cause)}`, { transient: true, cause });
    }
}
function contentLengthOf(message) {
    const length = Number(message.headers['content-length']);
    return Number.isSafeInteger(length) && length > 0 ? length : undefined;
}
/** Of an AggregateError (both address families refused) only the code says something. */
function causeText(cause) {
    const { message = '', code = '' } = CauseDetails.catch({}).parse(cause);
    return (message || code || 'unknown error').replace(/\s+/g, ' ').slice(0, 300);
}


/***/ }),

/***/ 2529:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jobEarlierRuns: () => (/* binding */ jobEarlierRuns)
});

// EXTERNAL MODULE: ./src/host/earlier-runs.ts + 9 modules
var earlier_runs = __webpack_require__(1792);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/host/records/record-store.ts
var record_store = __webpack_require__(5118);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./src/host/github/exchange.ts
var exchange = __webpack_require__(9747);
// EXTERNAL MODULE: ./src/host/http.ts
var http = __webpack_require__(5664);
;// CONCATENATED MODULE: ./src/host/records/results-service.ts





const SERVICE = 'github.actions.results.api.v1.ArtifactService';
/** Of zip files; as actions/upload-artifact v4 says it. */
const PROTOCOL_VERSION = 4;
/** An artifact of that name is in this run already. */
const CONFLICT = 409;
const MAX_ANSWER_BYTES = 1024 * 1024;
const Claims = schemas/* object */.Ikc({ scp: schemas/* string */.YjP().max(10_000) });
const Created = schemas/* object */.Ikc({ ok: schemas/* literal */.euz(true), signed_upload_url: schemas/* string */.YjP() });
const Finalized = schemas/* object */.Ikc({ ok: schemas/* literal */.euz(true) });
/** Adds an artifact to the run of this job, unless it has one of that name. Rejects where the service refuses. */
async function uploadArtifact(artifact, service) {
    const backend = readBackend(service.token);
    const { name, content, expires } = artifact;
    const request = { ...backend, name, expires_at: expires.toISOString(), version: PROTOCOL_VERSION };
    const answer = await call('CreateArtifact', request, service);
    if (answer.status === CONFLICT)
        return 'exists';
    const { signed_upload_url: url } = Created.parse(bodyOf(answer));
    if (!(0,http/* isSameOrSafer */.BZ)(service.url, url))
        throw new Error('the upload address is not safe');
    await orOnceMore(() => putBlob(url, content, service), service.signal);
    const hash = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(content).digest('hex')}`;
    const whole = { ...backend, name, size: String(content.length), hash };
    await orOnceMore(async () => Finalized.parse(bodyOf(await call('FinalizeArtifact', whole, service))), service.signal);
    return 'uploaded';
}
/** For steps that can be done twice. */
async function orOnceMore(step, signal) {
    try {
        return await step();
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        return step();
    }
}
/** They stand in the token's scopes: `Actions.Results:<run>:<job>`. Its signature is the service's business. */
function readBackend(token) {
    const payload = Buffer.from(token.split('.', 2)[1] ?? '', 'base64url').toString('utf8');
    const { scp } = Claims.parse(JSON.parse(payload));
    const scope = scp.split(' ').find((one) => one.startsWith('Actions.Results:'));
    const [, run, job, ...more] = scope?.split(':') ?? [];
    if (run === undefined || job === undefined || more.length > 0)
        throw new Error('ACTIONS_RUNTIME_TOKEN names no run');
    return { workflow_run_backend_id: run, workflow_job_run_backend_id: job };
}
function call(method, body, service) {
    return (0,exchange/* exchange */.c)({
        method: 'POST',
        url: new URL(`/twirp/${SERVICE}/${method}`, new URL(service.url).origin),
        headers: { authorization: `Bearer ${service.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
    }, { timeoutMs: service.timeoutMs, maxBytes: MAX_ANSWER_BYTES }, service.signal);
}
function bodyOf({ status, body }) {
    if (status !== 200)
        throw new Error(`the results service answered with HTTP status ${status}`);
    return JSON.parse(body.toString('utf8'));
}
/** The address itself is the permission: our token does not go there. */
async function putBlob(url, content, { timeoutMs, signal }) {
    // Loaded late: it drags undici along, which costs more than the rest of a start.
    const { HttpClient } = await __webpack_require__.e(/* import() */ 942).then(__webpack_require__.bind(__webpack_require__, 4942));
    const client = new HttpClient('model-stack-action', [], { allowRedirects: false, socketTimeout: timeoutMs });
    const stop = () => client.dispose();
    signal.addEventListener('abort', stop, { once: true });
    try {
        signal.throwIfAborted();
        const { message } = await client.request('PUT', url, external_node_stream_.Readable.from([content]), {
            'content-type': 'application/zip',
            'content-length': content.length,
            'x-ms-blob-type': 'BlockBlob',
        });
        message.destroy();
        if (message.statusCode !== 201)
            throw new Error(`the upload was answered with HTTP status ${message.statusCode}`);
    }
    finally {
        signal.removeEventListener('abort', stop);
        client.dispose();
    }
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./src/host/records/zip.ts

// A zip file with one entry, as its specification (APPNOTE 6.3) lays it out: local header, data, directory, end. Sizes
// of 4 GB and more, encryption and everything else that a record does not need is refused.
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const END = 0x06054b50;
const END_BYTES = 22;
/** A comment may follow the end, of at most 65,535 bytes. */
const MAX_COMMENT_BYTES = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const VERSION = 20;
const UTF8_NAME = 0x0800;
const ENCRYPTED = 0x0001;
/** 1 January 1980, the first day there is: a record says itself when it was made. */
const DATE = 0x0021;
/** A zip file that holds `content` under `name`. */
function zipOne(name, content) {
    const packed = (0,external_node_zlib_.deflateRawSync)(content);
    const nameBytes = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(VERSION, 0);
    fields.writeUInt16LE(UTF8_NAME, 2);
    fields.writeUInt16LE(DEFLATED, 4);
    fields.writeUInt16LE(DATE, 8);
    fields.writeUInt32LE((0,external_node_zlib_.crc32)(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([uint32(LOCAL), fields, nameBytes, packed]);
    // Made by: the same version; then comment, disk, attributes and offset, all of them zero.
    const central = Buffer.concat([uint32(CENTRAL), uint16(VERSION), fields, Buffer.alloc(14), nameBytes]);
    const end = Buffer.alloc(END_BYTES);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(central.length, 12);
    end.writeUInt32LE(local.length, 16);
    return Buffer.concat([local, central, end]);
}
/** The content of the only entry of a zip file; undefined for everything that is not such a file of at most `maxBytes`. */
function unzipOne(zip, maxBytes) {
    const entry = readEntry(zip);
    if (entry === undefined || entry.bytes > maxBytes)
        return undefined;
    const packed = readData(zip, entry);
    const content = packed === undefined ? undefined : unpack(packed, { ...entry, maxBytes });
    return content?.length === entry.bytes && (0,external_node_zlib_.crc32)(content) === entry.crc ? content : undefined;
}
function readEntry(zip) {
    const end = findEnd(zip);
    if (end === undefined || zip.readUInt16LE(end + 10) !== 1)
        return undefined;
    const start = zip.readUInt32LE(end + 16);
    if (start + CENTRAL_BYTES > end || zip.readUInt32LE(start) !== CENTRAL)
        return undefined;
    if ((zip.readUInt16LE(start + 8) & ENCRYPTED) !== 0)
        return undefined;
    return {
        method: zip.readUInt16LE(start + 10),
        crc: zip.readUInt32LE(start + 16),
        packedBytes: zip.readUInt32LE(start + 20),
        bytes: zip.readUInt32LE(start + 24),
        offset: zip.readUInt32LE(start + 42),
    };
}
function findEnd(zip) {
    const last = zip.length - END_BYTES;
    const first = Math.max(0, last - MAX_COMMENT_BYTES);
    const at = last < 0 ? -1 : zip.lastIndexOf(uint32(END), last);
    return at < first ? undefined : at;
}
/** Name and extra field of the local header may differ in length from those of the directory. */
function readData(zip, { offset, packedBytes }) {
    if (offset + LOCAL_BYTES > zip.length || zip.readUInt32LE(offset) !== LOCAL)
        return undefined;
    const from = offset + LOCAL_BYTES + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
    return from + packedBytes > zip.length ? undefined : zip.subarray(from, from + packedBytes);
}
function unpack(packed, { method, maxBytes }) {
    if (method === STORED)
        return packed;
    if (method !== DEFLATED)
        return undefined;
    try {
        return (0,external_node_zlib_.inflateRawSync)(packed, { maxOutputLength: maxBytes + 1 });
    }
    catch {
        return undefined;
    }
}
function uint16(value) {
    const bytes = Buffer.alloc(2);
    bytes.writeUInt16LE(value);
    return bytes;
}
function uint32(value) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
}

;// CONCATENATED MODULE: ./src/host/records/artifact-records.ts





const TIMEOUT_MS = 30_000;
/** Older records are refused. */
const RETENTION_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
const ENTRY = 'review.record';
/** Zip adds its headers to what it cannot shrink. */
const MAX_ZIP_BYTES = record_store/* MAX_RECORD_BYTES */.xR + 64 * 1024;
/** Where the results service takes artifacts, besides GitHub Enterprise Cloud with data residency. */
const CLOUD_HOSTS = ['github.com', 'localhost', '127.0.0.1'];
const Artifact = schemas/* object */.Ikc({
    id: schemas/* int */.Whr().positive(),
    name: schemas/* string */.YjP(),
    size_in_bytes: schemas/* int */.Whr(),
    expired: schemas/* boolean */.zMY(),
});
/** Records kept as artifacts of the workflow runs that made them. Finding them needs `actions: read`. */
function makeArtifactRecords(options) {
    const { log } = options;
    if (!isCloud(options.serverUrl))
        return onServer(log);
    return {
        find: async (name) => {
            try {
                return (0,record_store/* isRecordName */.lx)(name) ? await findRecords(name, options) : [];
            }
            catch (error) {
                const hint = error instanceof errors/* GitHubError */.y_ && (error.kind === 'forbidden' || error.kind === 'not-found')
                    ? ' Give the job the permission actions: read.'
                    : '';
                log.info(`Earlier reviews of the same content cannot be looked up: ${(0,record_store/* reasonOf */.A3)(error)}.${hint}`);
                return [];
            }
        },
        keep: async (name, text) => {
            try {
                if ((0,record_store/* isRecordName */.lx)(name))
                    await keepRecord(name, text, options);
            }
            catch (error) {
                log.info(`The review cannot be kept for a re-run or the merge queue: ${(0,record_store/* reasonOf */.A3)(error)}.`);
            }
        },
    };
}
/** GitHub Enterprise Server has no service that takes artifacts in this way. */
function onServer(log) {
    let said = false;
    const say = () => {
        if (!said)
            log.info('GitHub Enterprise Server keeps no reviews for a re-run or the merge queue: each run reviews anew.');
        said = true;
    };
    return {
        find: async () => {
            say();
            return [];
        },
        keep: async () => say(),
    };
}
function isCloud(serverUrl) {
    const host = URL.parse(serverUrl)?.hostname ?? '';
    return CLOUD_HOSTS.includes(host) || host.endsWith('.ghe.com');
}
async function findRecords(name, options) {
    const raw = await options.github.list(`/actions/artifacts?name=${name}`, { key: 'artifacts', maxPages: 1 });
    const candidates = raw
        .flatMap((one) => Artifact.safeParse(one).data ?? [])
        .filter((one) => one.name === name && !one.expired && one.size_in_bytes <= MAX_ZIP_BYTES)
        .toSorted((a, b) => b.id - a.id);
    const found = [];
    for (const artifact of candidates.slice(0, record_store/* MAX_CANDIDATES */.qy)) {
        const text = await fetchRecord(artifact, options);
        if (text !== undefined)
            found.push(text);
    }
    return found;
}
/** Undefined where it cannot be had; the others may. */
async function fetchRecord(artifact, options) {
    try {
        const zip = await options.github.download(`/actions/artifacts/${artifact.id}/zip`, MAX_ZIP_BYTES);
        return unzipOne(zip, record_store/* MAX_RECORD_BYTES */.xR)?.toString('utf8');
    }
    catch (error) {
        options.log.debug(`Artifact ${artifact.id} cannot be read: ${(0,record_store/* reasonOf */.A3)(error)}`);
        return undefined;
    }
}
async function keepRecord(name, text, options) {
    const { results, retentionDays = RETENTION_DAYS, signal, now, log } = options;
    if (results === undefined) {
        log.debug('The review is not kept: this job has no ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN.');
        return;
    }
    const days = Math.min(RETENTION_DAYS, Math.max(1, retentionDays));
    const outcome = await uploadArtifact({ name, content: zipOne(ENTRY, Buffer.from(text)), expires: new Date(now() + days * DAY_MS) }, { ...results, signal, timeoutMs: options.timeoutMs ?? TIMEOUT_MS });
    if (outcome === 'exists')
        log.debug(`This run has an artifact ${name} already.`);
    else
        log.info(`This review is kept as the artifact ${name}, for a re-run or the merge queue.`);
}

;// CONCATENATED MODULE: ./src/host/job-earlier-runs.ts


const nowhere = { find: async () => [], keep: async () => { } };
/** What earlier runs of a job left: in code scanning, on the pull request, and as artifacts of the workflow. */
function jobEarlierRuns(context) {
    const { env, settings, trigger, github, checkout, git, log, redact } = context;
    return (0,earlier_runs/* makeEarlierRuns */.v)({
        ...{ github, checkout, git, log, redact, surface: 'action' },
        store: github === undefined ? nowhere : artifacts(github, context),
        secrets: settings.credentials,
        place: env['GITHUB_REPOSITORY_ID'] || (env['GITHUB_REPOSITORY'] ?? ''),
        // What the queue builds stands on another base than the pull request did; its diff is the same.
        need: trigger.kind === 'merge-group' ? 'same-diff' : 'same-tree',
        category: settings.category,
        baseline: settings.baseline,
        queued: trigger.kind === 'merge-group' ? trigger.queue.pullRequest : undefined,
        now: () => Date.now(),
    });
}
function artifacts(github, { env, log, signal }) {
    const [url, token] = [env['ACTIONS_RESULTS_URL'], env['ACTIONS_RUNTIME_TOKEN']];
    return makeArtifactRecords({
        ...{ github, log, signal, now: () => Date.now() },
        serverUrl: env['GITHUB_SERVER_URL'] || 'https://github.com',
        results: url && token ? { url, token } : undefined,
        retentionDays: Number(env['GITHUB_RETENTION_DAYS']) || undefined,
    });
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
