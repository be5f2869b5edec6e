export const id = 473;
export const ids = [473];
export const modules = {

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

/***/ 7473:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeGitHubApi: () => (/* binding */ makeGitHubApi)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/host/github/exchange.ts
var exchange = __webpack_require__(9747);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
// EXTERNAL MODULE: ./src/report/escape.ts
var report_escape = __webpack_require__(4031);
;// CONCATENATED MODULE: ./src/host/github/rate-limit.ts
/** GitHub asks for a minute where a secondary limit comes without a time (docs: best practices for the REST API). */
const SECONDARY_PAUSE_MS = 60_000;
/** GitHub's clock and ours need not agree to the second. */
const CLOCK_MARGIN_MS = 1_000;
const SHORTEST_PAUSE_MS = 1_000;
/** No limit of GitHub's lasts longer than an hour; a date beyond the calendar would not print. */
const LONGEST_PAUSE_MS = 30 * 24 * 3_600_000;
/** How long GitHub wants us to stay away, from now; undefined when the answer is not about a rate limit. */
function rateLimitPause(answer, text, now) {
    if (answer.status !== 429 && !(answer.status === 403 && speaksOfRate(answer, text)))
        return undefined;
    const asked = retryAfter(answer, now) ?? untilReset(answer, now) ?? SECONDARY_PAUSE_MS;
    return Math.min(Math.max(asked, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
}
/** The pause that the header Retry-After asks for, as seconds or as a date. */
function retryAfter(answer, now) {
    const value = headerOf(answer, 'retry-after')?.trim() ?? '';
    if (/^\d{1,9}$/.test(value))
        return Number(value) * 1_000;
    const date = value === '' ? Number.NaN : Date.parse(value);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
/** The first value of a header. */
function headerOf(answer, name) {
    const value = answer.headers[name];
    return Array.isArray(value) ? value[0] : value;
}
/** The same status also says that a permission is missing, even with the last request of the hour. */
function speaksOfRate(answer, text) {
    if (/rate limit|abuse detection/i.test(text))
        return true;
    if (headerOf(answer, 'retry-after') !== undefined)
        return true;
    return headerOf(answer, 'x-ratelimit-remaining') === '0' && !/not accessible|must have/i.test(text);
}
function untilReset(answer, now) {
    const reset = headerOf(answer, 'x-ratelimit-reset') ?? '';
    if (headerOf(answer, 'x-ratelimit-remaining') !== '0' || !/^\d{1,12}$/.test(reset))
        return undefined;
    return Math.max(0, Number(reset) * 1_000 - now) + CLOCK_MARGIN_MS;
}

;// CONCATENATED MODULE: ./src/host/github/failure.ts




const SHOWN_CHARACTERS = 400;
/** Enough to find a token that stands across the place where the text is cut. */
const READ_CHARACTERS = 4_000;
const SHOWN_DETAILS = 5;
/** No refusal of GitHub's comes near; a larger one is not worth the time to read it. */
const REFUSAL_BYTES = 1024 * 1024;
/** Texts with which GitHub says that a feature is not there, whatever the status (codeql-action: src/api-client.ts). */
const DISABLED = [
    /Code Security must be enabled/i,
    /Advanced Security must be enabled/i,
    /Code Scanning is not enabled/i,
    /(?:was|is|are) (?:archived|disabled)|GHAS not enabled/i,
];
const kinds = {
    401: 'forbidden',
    403: 'forbidden',
    404: 'not-found',
    407: 'unavailable',
    408: 'unavailable',
    // What is gone was switched off: issues of a repository, for example.
    410: 'disabled',
    451: 'forbidden',
};
const Detail = schemas/* union */.KCZ([
    schemas/* string */.YjP(),
    schemas/* object */.Ikc({ field: schemas/* string */.YjP(), message: schemas/* string */.YjP(), code: schemas/* string */.YjP() })
        .partial()
        .transform(({ field = '', message, code = '' }) => message ?? `${field} ${code}`.trim()),
]);
const Refusal = schemas/* object */.Ikc({ message: schemas/* string */.YjP().catch(''), errors: schemas/* array */.YOg(Detail).catch([]) });
/** The answer as an error of the class that fits its status and text. */
function toFailure(answer, asked) {
    const said = messageOf(answer, asked.token);
    const needed = headerOf(answer, 'x-accepted-github-permissions');
    const kind = kindOf(answer.status, said);
    const text = kind === 'forbidden' && needed !== undefined
        ? `${said}${said === '' ? '' : '; '}accepted permissions: ${clean(needed, asked.token)}`
        : said;
    const colon = text === '' ? '' : `: ${text}`;
    return new errors/* GitHubError */.y_(kind, `GitHub answered ${shown(asked)} with HTTP status ${answer.status}${colon}`, {
        status: answer.status,
    });
}
/** No answer came, in the words of what happened. */
function toUnavailable(error, asked) {
    const text = clean(error.message, asked.token);
    return new errors/* GitHubError */.y_('unavailable', `GitHub did not answer ${shown(asked)}: ${text}`, { cause: error });
}
/** GitHub's own words in a refusal, and what it says of each field: one printable line without the token. */
function messageOf(answer, token) {
    const { message, errors } = Refusal.catch({ message: '', errors: [] }).parse(parsed(answer.body));
    const details = errors.slice(0, SHOWN_DETAILS).filter((detail) => detail !== '' && !message.includes(detail));
    return clean([message, ...details].filter((part) => part !== '').join('; '), token);
}
/** Method and path, for a message. */
function shown({ request, path, token }) {
    return `${request.method} ${clean(path.split('?', 1)[0] ?? '', token)}`;
}
function kindOf(status, text) {
    if (status >= 500)
        return 'unavailable';
    if (status >= 400 && DISABLED.some((pattern) => pattern.test(text)))
        return 'disabled';
    return kinds[status] ?? 'invalid';
}
/** Foreign text for a message. The token goes after the invisible characters, which could stand inside it. */
function clean(text, token) {
    const line = (0,report_escape/* singleLine */.pF)(text, READ_CHARACTERS);
    return (token === undefined ? line : line.replaceAll(token, '***')).slice(0, SHOWN_CHARACTERS);
}
function parsed(body) {
    if (body.length > REFUSAL_BYTES)
        return undefined;
    try {
        return JSON.parse(body.toString('utf8'));
    }
    catch {
        return undefined; // a page of a proxy, for example: the status has to do
    }
}

;// CONCATENATED MODULE: ./src/host/github/location.ts
const REPOSITORY = /^[\w.-]{1,100}\/[\w.-]{1,100}$/;
/** The place that GITHUB_API_URL and GITHUB_REPOSITORY name; undefined when they name none. */
function apiPlace(apiUrl, repository) {
    const url = URL.parse(apiUrl);
    if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
        return undefined;
    if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
        return undefined;
    if (!REPOSITORY.test(repository) || repository.split('/').some((part) => /^\.+$/.test(part)))
        return undefined;
    return { origin: url.origin, prefix: url.pathname.replace(/\/$/, ''), root: `/repos/${repository}` };
}
/** The address of a path below `root`; undefined for a path that would lead anywhere else, or is not encoded. */
function addressOf(place, root, path) {
    const url = URL.parse(place.origin + place.prefix + root + path);
    const asked = place.prefix + root + (path.split('?', 1)[0] ?? '');
    return path.startsWith('/') && url?.origin === place.origin && url.pathname === asked && url.hash === ''
        ? url
        : undefined;
}
/** Whether the token may go there: the same server, below its API. */
function isInsideApi(place, url) {
    return url.origin === place.origin && url.pathname.startsWith(`${place.prefix}/`) && url.username === '';
}
/**
 * The next page that a Link header names. GitHub writes the repository as `/repositories/<id>` there, so what has to
 * agree is the path below it. `elsewhere`: the header leads out of the list.
 */
function nextPage(link, place, path) {
    const target = /<([^<>]{1,4000})>\s{0,10};\s{0,10}rel="?next"?/.exec(link ?? '')?.[1];
    if (target === undefined)
        return undefined;
    const url = URL.parse(target);
    if (url === null || !isInsideApi(place, url))
        return 'elsewhere';
    const tail = path.split('?', 1)[0] ?? '';
    const below = url.pathname.slice(place.prefix.length);
    const root = /^\/repositories\/\d{1,20}(?=\/)/.exec(below)?.[0] ?? place.root;
    return below.toLowerCase() === (root + tail).toLowerCase() ? url : 'elsewhere';
}

;// CONCATENATED MODULE: ./src/host/github/retry.ts





/** All pauses that GitHub asked for in one run; a limit that lasts longer is an answer of its own. */
const retry_LONGEST_PAUSE_MS = 60_000;
/** Pauses before the second and the third try after a 5xx or a broken connection. */
const RETRY_DELAYS_MS = [1_000, 4_000];
/** A server that always says "at once" must not be asked for ever. */
const RATE_LIMIT_TRIES = 5;
/** What these methods ask for is the same state, however often it is asked for. */
const REPEATABLE = ['GET', 'PATCH', 'PUT', 'DELETE'];
/**
 * Sends requests until there is an answer that stays: 5xx and broken connections are tried again where that cannot do a
 * thing twice, and rate limits are waited out, for the whole run together. The answer may be a refusal; rejects with
 * GitHubError where there is none.
 */
function makeSender(ports) {
    let left = retry_LONGEST_PAUSE_MS;
    return async (request, asked) => {
        const tries = { failures: 0, limits: 0 };
        for (;;) {
            const outcome = await tryOnce(request, ports);
            const limit = limitOf(outcome, asked, ports);
            const delay = limit ?? (isWorthAnotherTry(outcome, request) ? RETRY_DELAYS_MS[tries.failures] : undefined);
            if (delay === undefined)
                return settled(outcome, asked, tries.failures);
            if (limit === undefined) {
                tries.failures += 1;
            }
            else {
                tries.limits += 1;
                if (limit > left || tries.limits >= RATE_LIMIT_TRIES)
                    throw rateLimited(asked, limit, ports.now());
                left -= limit;
            }
            ports.log?.info(`${shown(asked)} ${limit === undefined ? 'failed' : 'was held back by a rate limit'}; GitHub is asked again in ${Math.ceil(delay / 1000)} s.`);
            await ports.wait(delay);
        }
    };
}
async function tryOnce(request, ports) {
    if (ports.signal.aborted)
        throw endedError(ports.signal);
    try {
        return await ports.send(request);
    }
    catch (error) {
        if (ports.signal.aborted)
            throw endedError(ports.signal);
        if (error instanceof exchange/* NoAnswerError */.i)
            return error;
        throw error;
    }
}
/** The run ended before GitHub answered. */
function endedError(signal) {
    const why = signal.reason instanceof Error ? (0,report_escape/* singleLine */.pF)(signal.reason.message, 300) : 'the run was ended';
    return new errors/* GitHubError */.y_('unavailable', `GitHub was not asked any further: ${why}`, { cause: signal.reason });
}
function limitOf(outcome, asked, ports) {
    if (outcome instanceof exchange/* NoAnswerError */.i)
        return undefined;
    if (outcome.status !== 403 && outcome.status !== 429)
        return undefined;
    return rateLimitPause(outcome, messageOf(outcome, asked.token), ports.now());
}
function rateLimited(asked, ms, now) {
    const until = new Date(now + ms).toISOString().replace(/\.\d+Z$/, 'Z');
    return new errors/* GitHubError */.y_('rate-limited', `GitHub limits the rate of this token's requests until ${until}, so ${shown(asked)} was not done. Re-run the job after that.`, { status: 429 });
}
function isWorthAnotherTry(outcome, request) {
    if (outcome instanceof exchange/* NoAnswerError */.i)
        return outcome.delivery === 'not-sent' || REPEATABLE.includes(request.method);
    return outcome.status >= 500 && REPEATABLE.includes(request.method);
}
function settled(outcome, asked, failures) {
    if (outcome instanceof exchange/* NoAnswerError */.i)
        throw toUnavailable(outcome, asked);
    return { answer: outcome, failures };
}

;// CONCATENATED MODULE: ./src/host/github/connection.ts






/** The version that every supported GHES knows too. */
const API_VERSION = '2022-11-28';
const JSON_TYPE = 'application/vnd.github+json';
const defaultLimits = { timeoutMs: 20_000, maxBytes: 20 * 1024 * 1024 };
/** Throws ConfigurationError for what is no address or token. */
function connect(options) {
    const { apiUrl, repository, token = '', log, signal } = options;
    const limits = { ...defaultLimits, ...options.limits };
    const place = apiPlace(apiUrl, repository);
    if (place === undefined) {
        throw new errors.ConfigurationError(`GITHUB_API_URL and GITHUB_REPOSITORY (${JSON.stringify(repository.slice(0, 200))}) do not name a repository; accepted are an http or https URL without credentials, and owner/name.`);
    }
    // Anything else would end the header, and appear in an error about it.
    if (!/^[\x21-\x7e]{0,10000}$/.test(token)) {
        throw new errors.ConfigurationError('github-token holds spaces or characters that no token has; give it as GitHub shows it.');
    }
    const now = options.now ?? Date.now;
    const wait = pausing(options.wait ?? ((ms, ended) => (0,promises_.setTimeout)(ms, undefined, { signal: ended })), signal);
    const send = makeSender({ log, signal, now, wait, send: (request) => (0,exchange/* exchange */.c)(request, limits, signal) });
    return { place, token, log, wait, send };
}
function pausing(wait, signal) {
    return async (ms) => {
        try {
            await wait(ms, signal);
        }
        catch (error) {
            if (!signal.aborted)
                throw error;
        }
        if (signal.aborted)
            throw endedError(signal);
    };
}
function headersOf({ token }, accept) {
    return { accept, authorization: `Bearer ${token}`, 'x-github-api-version': API_VERSION };
}
/** A request as messages name it; throws where there is no token to make it with. */
function askedFor({ token }, method, path) {
    const asked = { request: { method }, path, token: token === '' ? undefined : token };
    if (token !== '')
        return asked;
    throw new errors/* GitHubError */.y_('forbidden', `${shown(asked)} needs a token, and github-token is empty.`);
}
/** The URL of a path below `root`, itself below the API. */
function address({ place }, root, asked) {
    const url = addressOf(place, root, asked.path);
    if (url !== undefined)
        return url;
    throw new errors/* GitHubError */.y_('invalid', `${shown(asked)} was not sent: the path is not one below GitHub's API.`);
}
/** The body as JSON; undefined when it is empty. */
function parseJson({ body, status }, asked) {
    if (body.length === 0)
        return undefined;
    try {
        return JSON.parse(body.toString('utf8'));
    }
    catch {
        // No cause: the parser's words quote the answer, which may hold anything.
        throw new errors/* GitHubError */.y_('unavailable', `GitHub answered ${shown(asked)} with something that is not JSON.`, { status });
    }
}
/** An answer that GitHub should not have given. */
function odd(asked, what) {
    return new errors/* GitHubError */.y_('unavailable', `GitHub answered ${shown(asked)} with ${what}.`);
}

// EXTERNAL MODULE: ./src/host/http.ts
var http = __webpack_require__(5664);
;// CONCATENATED MODULE: ./src/host/github/read.ts





const PAGE_SIZE = 100;
const MAX_PAGES = 10;
/** All pages of one list. */
const LIST_BYTES = 64 * 1024 * 1024;
const MAX_REDIRECTS = 3;
const REDIRECTS = [301, 302, 303, 307, 308];
/** One document: parsed, unless `accept` asks for something that is no JSON. */
async function get(to, { root, path, accept = JSON_TYPE }) {
    const asked = askedFor(to, 'GET', path);
    const answer = await read(to, { url: address(to, root, asked), accept, asked });
    return accept.includes('json') ? parseJson(answer, asked) : answer.body.toString('utf8');
}
/** The entries of all pages of a list. */
async function list(to, { path, key, maxPages }) {
    const sized = /[?&]per_page=/.test(path) ? path : `${path}${path.includes('?') ? '&' : '?'}per_page=${PAGE_SIZE}`;
    const asked = askedFor(to, 'GET', sized);
    const items = [];
    let bytes = 0;
    let url = address(to, to.place.root, asked);
    for (let page = 0; page < (maxPages ?? MAX_PAGES) && url !== undefined; page += 1) {
        const answer = await read(to, { url, accept: JSON_TYPE, asked });
        bytes += answer.body.length;
        if (bytes > LIST_BYTES)
            throw odd(asked, `a list of more than ${LIST_BYTES} bytes`);
        for (const item of itemsOf(parseJson(answer, asked), key, asked))
            items.push(item);
        url = following(to, answer, asked);
    }
    if (url !== undefined && maxPages === undefined) {
        to.log?.warning(`${shown(asked)}: only the first ${items.length} entries are read.`);
    }
    return items;
}
/** The bytes behind a path; a storage on another host that it redirects to does not get the token. */
async function download(to, path, maxBytes) {
    const asked = askedFor(to, 'GET', path);
    const request = { method: 'GET', url: address(to, to.place.root, asked), body: undefined, maxBytes };
    const { answer } = await to.send({ ...request, headers: headersOf(to, JSON_TYPE) }, asked);
    if (!REDIRECTS.includes(answer.status))
        return bodyOf(answer, asked);
    const target = redirectTarget(answer, request.url);
    if (target === null || !(0,http/* isSameOrSafer */.BZ)(request.url.href, target.href))
        throw odd(asked, 'a redirect that is refused');
    const stored = await to.send({ ...request, url: target, headers: { accept: '*/*' } }, asked);
    return bodyOf(stored.answer, asked);
}
/** Reads one page, also of a repository that was renamed: GitHub redirects to its id then. */
async function read(to, { url, accept, asked }) {
    let current = url;
    for (let redirects = 0;; redirects += 1) {
        const request = { method: 'GET', url: current, headers: headersOf(to, accept), body: undefined };
        const { answer } = await to.send(request, asked);
        if (!REDIRECTS.includes(answer.status)) {
            if (answer.status >= 300)
                throw toFailure(answer, asked);
            return answer;
        }
        const target = redirectTarget(answer, current);
        if (target === null || !isInsideApi(to.place, target))
            throw odd(asked, 'a redirect that leads out of its API');
        if (redirects >= MAX_REDIRECTS)
            throw odd(asked, `more than ${MAX_REDIRECTS} redirects`);
        current = target;
    }
}
function redirectTarget(answer, from) {
    const location = headerOf(answer, 'location');
    return location === undefined ? null : URL.parse(location, from.href);
}
function following({ place }, answer, asked) {
    const next = nextPage(headerOf(answer, 'link'), place, asked.path);
    if (next === 'elsewhere')
        throw odd(asked, 'a next page that is not of the same list');
    return next;
}
function bodyOf(answer, asked) {
    if (answer.status >= 300)
        throw toFailure(answer, asked);
    return answer.body;
}
function itemsOf(page, key, asked) {
    const items = key === undefined || typeof page !== 'object' || page === null
        ? page
        : Object.entries(page).find(([name]) => name === key)?.[1];
    if (Array.isArray(items))
        return items;
    throw odd(asked, 'something that is not a list');
}

;// CONCATENATED MODULE: ./src/host/github/writes.ts

/**
 * Everything that this program ever writes through GitHub's API, below the repository. The client refuses all else, so
 * that no mistake elsewhere can change a branch, a pull request, a workflow or a setting.
 */
const writes = [
    { method: 'POST', path: /^\/code-scanning\/sarifs$/ },
    { method: 'POST', path: /^\/issues\/\d+\/comments$/ },
    { method: 'PATCH', path: /^\/issues\/comments\/\d+$/ },
    { method: 'DELETE', path: /^\/issues\/comments\/\d+$/ },
    { method: 'POST', path: /^\/pulls\/\d+\/comments$/ },
    { method: 'POST', path: /^\/pulls\/\d+\/comments\/\d+\/replies$/ },
    { method: 'PATCH', path: /^\/pulls\/comments\/\d+$/ },
    { method: 'DELETE', path: /^\/pulls\/comments\/\d+$/ },
];
/** A review that only comments; one without an event would wait as a draft, and any other event is a vote. */
const reviewPath = /^\/pulls\/\d+\/reviews$/;
const Comment = schemas/* object */.Ikc({ event: schemas/* literal */.euz('COMMENT') });
/** Whether a request is one of the writes that this program makes. `path` is below the repository, without a query. */
function isKnownWrite(method, path, body) {
    if (method === 'POST' && reviewPath.test(path))
        return Comment.safeParse(body).success;
    return writes.some((write) => write.method === method && write.path.test(path));
}

;// CONCATENATED MODULE: ./src/host/github/write.ts



/** Changes something, if it is among what this program ever changes. */
async function write(to, { method, path, body }) {
    const asked = askedFor(to, method, path);
    const url = address(to, to.place.root, asked);
    if (!isKnownWrite(method, path, body))
        throw new Error(`${shown(asked)} is not among the writes of this program.`);
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = { ...headersOf(to, JSON_TYPE), ...(text === undefined ? {} : { 'content-type': 'application/json' }) };
    const { answer, failures } = await to.send({ method, url, headers, body: text }, asked);
    // An earlier try did it, although its answer was lost.
    if (method === 'DELETE' && answer.status === 404 && failures > 0)
        return undefined;
    if (answer.status >= 300)
        throw toFailure(answer, asked);
    return parseJson(answer, asked);
}

;// CONCATENATED MODULE: ./src/host/github/client.ts



/**
 * A client for GitHub's REST API on github.com and GHES, through the proxy and with the certificates of the job. Throws
 * ConfigurationError for what is no address or token; requests reject with GitHubError.
 */
function makeGitHubApi(options) {
    const usual = connect(options);
    return {
        get: (path, { accept, below } = {}) => get(usual, { root: below === 'root' ? '' : usual.place.root, path, accept }),
        list: (path, { key, maxPages } = {}) => list(usual, { path, key, maxPages }),
        send: (method, path, body) => write(usual, { method, path, body }),
        download: (path, maxBytes) => download(usual, path, maxBytes),
        wait: usual.wait,
    };
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


/***/ })

};
