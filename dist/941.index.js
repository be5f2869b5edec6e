export const id = 941;
export const ids = [941,916,18];
export const modules = {

/***/ 2513:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isSarifRuleOf),
/* harmony export */   p: () => (/* binding */ sarifRuleId)
/* harmony export */ });
/* harmony import */ var _types_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8020);
/* harmony import */ var _types_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5747);


/** The rule under which code scanning files a result; what is not proven gets no rank in the security tab. */
function sarifRuleId(result) {
    return result.ruleId === 'security' && (0,_types_result_js__WEBPACK_IMPORTED_MODULE_0__/* .isProven */ .nn)(result) ? `security/${result.severity}` : result.ruleId;
}
/** Whether results of that rule can be filed under that SARIF rule. */
function isSarifRuleOf(ruleId, candidate) {
    if (candidate === ruleId)
        return true;
    return ruleId === 'security' && _types_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .gO.some((severity) => candidate === `security/${severity}`);
}


/***/ }),

/***/ 3916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ConfigurationError: () => (/* binding */ ConfigurationError),
/* harmony export */   Qh: () => (/* binding */ ReviewerError),
/* harmony export */   XS: () => (/* binding */ GitError),
/* harmony export */   o$: () => (/* binding */ providerOutages),
/* harmony export */   wE: () => (/* binding */ reviewerErrorCodes),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
/** The user must act: the message names the input, what was wrong and what is accepted. */
class ConfigurationError extends Error {
    name = 'ConfigurationError';
}
const reviewerErrorCodes = [
    'NO_CREDENTIAL',
    'INSTALL_FAILED',
    'INTEGRITY',
    'SANDBOX_UNAVAILABLE',
    'UNAUTHENTICATED',
    'QUOTA',
    'RATE_LIMITED',
    'OVERLOADED',
    'MODEL_NOT_FOUND',
    'CONTEXT_TOO_LONG',
    'TIMED_OUT',
    'STALLED',
    'CONNECTION',
    'EXITED',
    'NO_REPLY',
    'REPLY_NOT_JSON',
    'REPLY_NOT_FINDINGS',
    'REFUSED',
    'NOTHING_READ',
    'BUDGET',
];
/** The provider's or the network's doing, which `warn-on-outage` lets pass: a pull request must not be able to provoke it. */
const providerOutages = new Set([
    'QUOTA',
    'RATE_LIMITED',
    'OVERLOADED',
    'CONNECTION',
]);
/** A provider or a CLI failed. Caught once, in review/run.ts, and made a value there. */
class ReviewerError extends Error {
    name = 'ReviewerError';
    code;
    constructor(code, message, options) {
        super(message, options);
        this.code = code;
    }
}
/** git ran and said no. `message` holds the end of its standard error, on one line. */
class GitError extends Error {
    name = 'GitError';
}
/** A request to GitHub failed. `message` is one line for people; `status` is undefined where no answer came. */
class GitHubError extends Error {
    name = 'GitHubError';
    kind;
    status;
    constructor(kind, message, options = {}) {
        super(message, options);
        this.kind = kind;
        this.status = options.status;
    }
}


/***/ }),

/***/ 5243:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ exitCode),
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   xQ: () => (/* binding */ decideOverride)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _review_some_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6402);


/** The only place that decides: contract.md, "When the check may be green" and "Exit". */
function decide(facts) {
    const obstacles = obstaclesOf(facts);
    const causes = obstacles.filter(({ consequence }) => consequence !== true);
    const reasons = obstacles.map(({ kind, message }) => ({ kind, message: oneLine(message) }));
    const disclosures = disclosuresOf(facts);
    const blocking = facts.results.filter((result) => result.blocking);
    const conclude = (conclusion, first) => ({
        verdict: { conclusion, reasons: [...first, ...disclosures] },
        causes: causes.map(({ kind, code }) => ({ kind, code })),
    });
    // A blocking result outranks what is missing, but says nothing about a head that was not reviewed.
    if (blocking.length > 0 && facts.head.kind !== 'moved')
        return conclude('fail', [blockingReason(blocking), ...reasons]);
    if (reasons.length > 0)
        return conclude('not-evaluated', reasons);
    if (facts.reviewable === 'nothing')
        return conclude('nothing-to-review', [nothingReason]);
    return conclude('pass', [passReason(facts.results)]);
}
/**
 * Contract.md, "Override": it lifts blocking results of the reviewed head and nothing else, so that a run in which
 * anything else stood in the way stays as it is.
 */
function decideOverride({ verdict, causes }, answer) {
    const alone = verdict.conclusion === 'fail' && causes.length === 0;
    if (answer.kind === 'none')
        return { override: null, reasons: [] };
    if (answer.kind === 'refused')
        return { override: null, reasons: [overrideReason(answer.why)] };
    if (alone)
        return { override: answer.override, reasons: [] };
    const why = 'The override lifts blocking results only, and something else stands in the way too.';
    return { override: null, reasons: verdict.conclusion === 'fail' ? [overrideReason(why)] : [] };
}
function overrideReason(message) {
    return { kind: 'override', message: oneLine(message) };
}
/** The exit code of the process: contract.md, "Exit". */
function exitCode({ conclusion }, facts) {
    const onCommandLine = facts.surface === 'command-line';
    if (facts.configurationError)
        return onCommandLine ? 3 : 1;
    if (conclusion === 'pass' || conclusion === 'nothing-to-review')
        return 0;
    if (conclusion === 'fail')
        return facts.override ? 0 : 1;
    if (isExcused(facts))
        return 0;
    return onCommandLine ? 2 : 1;
}
/** Failures that the provider or the network alone can cause; everything else a pull request can provoke. */
const outages = new Set([..._errors_js__WEBPACK_IMPORTED_MODULE_0__/* .providerOutages */ .o$, 'INSTALL_FAILED']);
function isExcused({ onNotEvaluated, causes }) {
    switch (onNotEvaluated) {
        case 'fail':
            return false;
        case 'warn':
            return true;
        case 'warn-on-outage':
            return causes.length > 0 && causes.every(isOutage);
    }
}
function isOutage({ kind, code }) {
    return kind === 'reviewer-failed' && code !== undefined && outages.has(code);
}
/** The most important first: what the user must fix, then what makes the review void, then what is missing. */
function obstaclesOf(facts) {
    const always = [...failureOf(facts), ...closedOf(facts), ...headOf(facts), ...treeOf(facts)];
    // Without reviewable lines nobody is asked, and a run that ended early has no seats to speak of.
    if (facts.reviewable === 'nothing' || facts.failure !== undefined || facts.pullRequestClosed)
        return always;
    // With nothing that anybody could read, the files are what must change, not the reviewers.
    if (facts.seats.length === 0 && facts.coverage.possiblePercent === 0) {
        return [...always, ...coverageOf(facts), ...seatsOf(facts)];
    }
    return [...always, ...familyOf(facts), ...seatsOf(facts), ...coverageOf(facts)];
}
function failureOf({ failure }) {
    return failure === undefined ? [] : [failure];
}
function closedOf({ pullRequestClosed }) {
    if (!pullRequestClosed)
        return [];
    return [
        { kind: 'closed', message: 'The pull request is closed, so nothing was reviewed. Reopen it to have it reviewed.' },
    ];
}
function headOf({ head }) {
    if (head.kind !== 'moved')
        return [];
    const message = `The head moved to ${head.to} during the review. The run for that commit decides; start one if there is none.`;
    return [{ kind: 'head-moved', message }];
}
/** Names that fit on one line. */
const MAX_NAMED = 5;
function treeOf({ proof }) {
    if (proof.unchanged && proof.differences.length === 0)
        return [];
    const named = (0,_review_some_of_js__WEBPACK_IMPORTED_MODULE_1__/* .someOf */ .y)(proof.differences, MAX_NAMED);
    const what = named === '' ? '' : `: ${named}`;
    const message = `The checkout changed during the review${what}. Find out what wrote to it, then run again.`;
    return [{ kind: 'tree-changed', message }];
}
function familyOf({ family }) {
    if (family.kind !== 'unmet' || family.because === 'seats-empty')
        return [];
    const message = `No reviewer of another family than the author reviewed the change. ${family.sentence}`;
    return [{ kind: 'family-policy', message }];
}
function seatsOf({ seats, coverage }) {
    if (seats.length === 0) {
        const unreadable = coverage.possiblePercent === 0;
        const why = unreadable
            ? 'no changed line can be reviewed'
            : 'none was chosen. Name one in reviewers and give its key';
        return [{ kind: 'empty-seat', message: `No reviewer ran: ${why}.` }];
    }
    const falls = coverage.percent < coverage.minCoverage;
    const obstacles = seats.flatMap((seat) => seatObstacle(seat) ?? (falls ? failedParts(seat) : []));
    const order = ['reviewer-failed', 'empty-seat', 'unreadable-findings', 'nothing-read'];
    return order.flatMap((kind) => obstacles.filter((obstacle) => obstacle.kind === kind));
}
function seatObstacle({ reviewer, filled, error, turns, filesRead, unreadableFindings = 0, }) {
    if (error !== undefined) {
        return {
            kind: 'reviewer-failed',
            code: error.code,
            message: `${reviewer} failed (${error.code}): ${error.message}`,
        };
    }
    if (!filled)
        return {
            kind: 'empty-seat',
            message: `The seat of ${reviewer} stayed empty. Give its key, or take it off reviewers.`,
        };
    if (unreadableFindings > 0) {
        const message = `${reviewer} sent ${unreadableFindings} finding${unreadableFindings === 1 ? '' : 's'} that could not be read, so what was found is not fully known. Run again.`;
        return { kind: 'unreadable-findings', message };
    }
    if (turns >= 1 && filesRead >= 1)
        return undefined;
    const missing = turns >= 1 ? 'read no file of the snapshot' : 'completed no turn';
    return {
        kind: 'nothing-read',
        message: `${reviewer} ${missing}, so its reply is no evidence of a review. Run again.`,
    };
}
/** One for each code, so that each can be excused or not; where the coverage suffices all the same, nothing is missing. */
function failedParts({ reviewer, failedParts: failed = [] }) {
    const codes = [...new Set(failed.map(({ code }) => code))];
    return codes.map((code) => {
        const those = failed.filter((one) => one.code === code);
        const others = those.length - 1;
        const more = others === 0 ? '' : ` (and ${others} more part${others === 1 ? '' : 's'})`;
        return { kind: 'reviewer-failed', code, message: `${reviewer}: ${those[0]?.reason}${more}` };
    });
}
function coverageOf({ coverage, seats }) {
    const { percent, possiblePercent, withoutFailuresPercent = percent, minCoverage } = coverage;
    // Written so that NaN falls short.
    if (percent >= minCoverage)
        return [];
    const message = `Only ${percent} % of the changed lines were reviewed; min-coverage is ${minCoverage}. See the list of what was not.`;
    const failed = seats.some(({ error }) => error !== undefined);
    const consequence = (failed && possiblePercent >= minCoverage) || withoutFailuresPercent >= minCoverage;
    return [{ kind: 'coverage', message, consequence }];
}
/** What a reader must know although it does not decide. */
function disclosuresOf({ head, family, isolation }) {
    const disclosures = [];
    if (head.kind === 'unknown') {
        disclosures.push({ kind: 'head-unknown', message: oneLine(`Whether the head moved is not known: ${head.why}`) });
    }
    if (family.kind === 'waived') {
        disclosures.push({
            kind: 'family-policy',
            message: oneLine(`Waived by policy: only a reviewer of the author’s own family reviewed the change. ${family.sentence}`),
        });
    }
    if (isolation === 'none') {
        disclosures.push({
            kind: 'isolation-none',
            message: 'The reviewer ran without isolation, as the isolation setting allows.',
        });
    }
    return disclosures;
}
const nothingReason = {
    kind: 'nothing-to-review',
    message: 'The policy of the base branch leaves out every changed line; nothing was sent to a reviewer.',
};
function blockingReason(blocking) {
    const what = blocking.length === 1 ? '1 result blocks' : `${blocking.length} results block`;
    return { kind: 'blocking-results', message: `${what}. Fix what is listed, then push.` };
}
function passReason(all) {
    const { length } = all.filter(({ baselineState }) => baselineState !== 'absent');
    const listed = length === 0 ? 'There are no results.' : `Results listed: ${length}; none blocks.`;
    return { kind: 'no-blocking-results', message: listed };
}
const MAX_MESSAGE_CHARACTERS = 500;
/** Messages of providers are foreign: one line, without control characters, capped. */
function oneLine(text) {
    const line = text
        .slice(0, 4 * MAX_MESSAGE_CHARACTERS)
        .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
        .trim();
    return line.length > MAX_MESSAGE_CHARACTERS ? `${line.slice(0, MAX_MESSAGE_CHARACTERS - 1)}…` : line;
}


/***/ }),

/***/ 5820:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ toExpectedFailure),
/* harmony export */   i: () => (/* binding */ failedOutcome)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _gate_decide_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5243);
/* harmony import */ var _report_assemble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2424);



/** What a user, a repository or the machine can get wrong; undefined for anything else, which is a bug of ours. */
function toExpectedFailure(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ReviewerError */ .Qh)
        return error;
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.ConfigurationError || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitError */ .XS)
        return withDiskRemedy(error);
    return toMachineFailure(error);
}
/** System errors that are the machine's state, and what to do about each. */
const REMEDIES = {
    ENOSPC: 'Free some space there, or point TMPDIR (RUNNER_TEMP on a runner) elsewhere.',
    EDQUOT: 'The disk quota is used up: free some space, or point TMPDIR (RUNNER_TEMP on a runner) elsewhere.',
    EROFS: 'The file system is read-only: point TMPDIR (RUNNER_TEMP on a runner) to a writable one.',
    EMFILE: 'Too many files are open: raise the limit (ulimit -n).',
};
/** git says it in words of its own, in any of its messages. */
function withDiskRemedy(error) {
    if (!error.message.includes('No space left on device'))
        return error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.ConfigurationError(`${error.message}. ${REMEDIES['ENOSPC']}`, { cause: error });
}
function toMachineFailure(error) {
    for (let current = error; typeof current === 'object' && current !== null; current = 'cause' in current ? current.cause : undefined) {
        const remedy = 'code' in current && typeof current.code === 'string' ? REMEDIES[current.code] : undefined;
        const message = 'message' in current ? String(current.message) : 'the system refused';
        if (remedy !== undefined)
            return new _errors_js__WEBPACK_IMPORTED_MODULE_0__.ConfigurationError(`${message}. ${remedy}`, { cause: error });
    }
    return undefined;
}
/** The outcome of a run that ended before its verdict: never a pass. */
function failedOutcome(error, toolVersion, policy) {
    const kind = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__.ConfigurationError ? 'configuration' : error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitError */ .XS ? 'git' : 'internal';
    const { verdict, causes } = (0,_gate_decide_js__WEBPACK_IMPORTED_MODULE_1__/* .decide */ .LD)({
        reviewable: 'some',
        seats: [],
        coverage: { percent: 0, possiblePercent: 0, minCoverage: 0 },
        head: { kind: 'same' },
        proof: { unchanged: true, differences: [] },
        family: { kind: 'met', sentence: '' },
        results: [],
        pullRequestClosed: false,
        failure: { kind, message: error.message },
    });
    return {
        report: (0,_report_assemble_js__WEBPACK_IMPORTED_MODULE_2__/* .emptyReport */ ._)(toolVersion, verdict),
        causes,
        policy,
        changedPaths: new Set(),
        files: [],
        checkedOut: undefined,
    };
}


/***/ }),

/***/ 8053:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ secretsOf)
/* harmony export */ });
/** Names under which jobs keep secrets, ours and those of other steps. */
const SECRET_NAME = /[-_](?:KEY|TOKEN|SECRET|PASSWORD|CREDENTIALS?)$/i;
/** Shorter values of other steps are words like `true`, and redacting them would garble everything. */
const MIN_FOREIGN_SECRET = 16;
const MIN_OWN_SECRET = 4;
/** The values of the environment that must not be shown anywhere. */
function secretsOf(env) {
    return Object.entries(env)
        .filter(([name]) => SECRET_NAME.test(name))
        .map(([name, value]) => ({ value: value?.trim() ?? '', own: name.startsWith('INPUT_') }))
        .filter(({ value, own }) => value.length >= (own ? MIN_OWN_SECRET : MIN_FOREIGN_SECRET))
        .map(({ value }) => value);
}


/***/ }),

/***/ 3531:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ terminalOptions),
/* harmony export */   t: () => (/* binding */ makeTerminalLog)
/* harmony export */ });
/* harmony import */ var _report_log_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9018);

/** Progress for a person at a terminal; goes to standard error, so that standard output is the report alone. */
function makeTerminalLog({ write, redact, verbose }) {
    const print = (text) => write(`${(0,_report_log_text_js__WEBPACK_IMPORTED_MODULE_0__.inertLogText)(redact(text)).join('\n')}\n`);
    return {
        debug: (text) => {
            if (verbose === 'yes')
                print(text);
        },
        info: print,
        warning: (text) => print(`warning: ${text}`),
        group: async (title, body) => {
            print(title);
            return body();
        },
    };
}
/** How a report is printed on standard output: colour only on a terminal, and not against NO_COLOR (no-color.org). */
function terminalOptions() {
    const color = process.stdout.isTTY === true && !process.env['NO_COLOR'] ? 'on' : 'off';
    return { color, width: process.stdout.columns ?? 80 };
}


/***/ }),

/***/ 2913:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ TOOL_VERSION)
});

;// CONCATENATED MODULE: ./package.json
const package_namespaceObject = {"rE":"0.1.0"};
;// CONCATENATED MODULE: ./src/host/version.ts

/** The version of this program, from its package.json. */
const TOOL_VERSION = package_namespaceObject.rE;


/***/ }),

/***/ 973:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EQ: () => (/* binding */ checkGlobs),
/* harmony export */   Kh: () => (/* binding */ splitGlobs),
/* harmony export */   fU: () => (/* binding */ globMatcher)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4006);
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(picomatch__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1003);



const maximumGlobs = 500;
const maximumLength = 300;
/**
 * Paths are hostile, and a glob becomes a regular expression that backtracks. Matching time grows with the path's
 * length to the power of the stars that can share a stretch of it: with these limits a path of 255 characters takes
 * some milliseconds, with one star more in a segment a second (measured with picomatch 4).
 */
const maximumStarsInSegment = 3;
const maximumGlobstars = 3;
const maximumStars = 10;
/** Splits at line ends and at commas, but not at the commas of `{a,b}`. */
function splitGlobs(text) {
    return text
        .split(/\r\n|\n|\r/)
        .flatMap(splitAtOuterCommas)
        .map((glob) => glob.trim())
        .filter((glob) => glob !== '');
}
/** The globs themselves, each of them proven to be one that can be matched in bounded time. */
function checkGlobs(globs, label) {
    if (globs.length > maximumGlobs) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.ConfigurationError(`${label}: ${globs.length} globs are too many; accepted: up to ${maximumGlobs}`);
    }
    for (const glob of globs) {
        const objection = objectionTo(glob);
        if (objection !== undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.ConfigurationError(`${label}: the glob ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(glob)} ${objection}`);
    }
    return globs;
}
/** Whether a path or a branch's name matches. A glob that `checkGlobs` let through takes bounded time. */
function globMatcher(glob) {
    return picomatch__WEBPACK_IMPORTED_MODULE_2___default()(glob, { dot: true, nonegate: true, windows: false });
}
function splitAtOuterCommas(line) {
    const parts = [];
    let depth = 0;
    let start = 0;
    for (let index = 0; index < line.length; index += 1) {
        const character = line[index];
        if (character === '{')
            depth += 1;
        if (character === '}')
            depth = Math.max(0, depth - 1);
        if (character === ',' && depth === 0) {
            parts.push(line.slice(start, index));
            start = index + 1;
        }
    }
    return [...parts, line.slice(start)];
}
/** One row per thing that a glob must not be; the first that holds is said. */
const objections = [
    { holds: (glob) => glob.length > maximumLength, message: `is longer than ${maximumLength} characters` },
    { holds: (glob) => glob === '', message: 'is empty' },
    { holds: (glob) => /\p{Cc}/u.test(glob), message: 'holds control characters' },
    {
        holds: (glob) => glob.startsWith('!'),
        message: 'is negative, which is not accepted; name what is meant in paths or paths-ignore',
    },
    {
        holds: (glob) => /^\.{0,2}\//.test(glob),
        message: 'must be relative to the root of the repository, without a leading /, ./ or ../',
    },
    { holds: (glob) => glob.endsWith('/'), message: 'names a directory; write dir/** for all that is in it' },
    { holds: (glob) => /\\[A-Za-z0-9]/.test(glob), message: 'uses \\ as a separator; write /' },
    {
        holds: (glob) => /[()]/.test(withoutEscapes(glob)),
        message: 'has a group, which is not accepted; write \\( and \\) for parentheses in a name, {a,b} for alternatives',
    },
    {
        holds: (glob) => /[\]}]\+/.test(withoutEscapes(glob)),
        message: 'repeats a part with +, which is not accepted; write \\+ for a plus in a name',
    },
    { holds: hasTooManyStars, message: tooManyStarsMessage() },
    { holds: (glob) => !isMatchable(glob), message: 'cannot be read; check its braces and brackets' },
];
function objectionTo(glob) {
    return objections.find(({ holds }) => holds(glob))?.message;
}
function withoutEscapes(glob) {
    return glob.replaceAll(/\\./g, '');
}
function tooManyStarsMessage() {
    return `has too many stars; accepted: up to ${maximumStarsInSegment} in one path segment, ${maximumGlobstars} times **, ${maximumStars} in all`;
}
function hasTooManyStars(glob) {
    const groups = withoutEscapes(glob)
        .split('/')
        .map((segment) => segment.match(/\*+/g) ?? []);
    const all = groups.flat();
    return (all.length > maximumStars ||
        all.filter((stars) => stars.length > 1).length > maximumGlobstars ||
        groups.some((segment) => segment.length > maximumStarsInSegment));
}
/** picomatch answers an unclosed brace with an expression that never matches, and a bracket with a throw. */
function isMatchable(glob) {
    try {
        return picomatch__WEBPACK_IMPORTED_MODULE_2___default().makeRe(glob, { dot: true, strictBrackets: true }).source !== '$^';
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 8164:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G4: () => (/* binding */ defaultPolicy),
/* harmony export */   UI: () => (/* binding */ stricterThreshold),
/* harmony export */   VA: () => (/* binding */ mergePolicy),
/* harmony export */   iP: () => (/* binding */ nothingSet)
/* harmony export */ });
/* harmony import */ var _types_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4247);
/* harmony import */ var _types_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5747);
/* harmony import */ var _globs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(973);



/** The built-in defaults, as the table of options documents them. */
const defaultPolicy = {
    mode: 'review',
    reviewers: 'auto',
    failOnSeverity: 'high',
    onNotEvaluated: 'fail',
    minCoverage: 100,
    effort: 'high',
    focus: undefined,
    instructions: undefined,
    paths: [],
    pathsIgnore: [],
    isolation: 'auto',
    fallbackReviewers: [],
    familyPolicy: 'require',
    authors: [],
    models: {},
    allowedFamilies: undefined,
    ownResults: {},
    minAgreement: 1,
    floor: { failOnSeverity: undefined, minAgreement: undefined },
    rules: [],
    exempt: [],
    override: { by: [], allowAuthor: false },
    suggestions: false,
    suppressions: [],
};
/** Nothing set: no config file, or no inputs. */
const nothingSet = {
    mode: undefined,
    reviewers: undefined,
    failOnSeverity: undefined,
    onNotEvaluated: undefined,
    minCoverage: undefined,
    effort: undefined,
    focus: undefined,
    instructions: undefined,
    paths: undefined,
    pathsIgnore: undefined,
    isolation: undefined,
    fallbackReviewers: undefined,
    familyPolicy: undefined,
    minAgreement: undefined,
    authors: undefined,
    models: undefined,
    allowedFamilies: undefined,
    ownResults: undefined,
    rules: undefined,
    exempt: undefined,
    override: undefined,
    suggestions: undefined,
    suppressions: undefined,
};
/**
 * Input or flag, then config file, then built-in default; ignore globs add up. For gate settings the stricter of input
 * and config counts, because under `pull_request` the workflow file itself is the pull request's. Of the rules those
 * remain that hold for the base branch; where none is known, those that hold for every branch.
 */
function mergePolicy(inputs, file, baseBranch) {
    return {
        mode: inputs.mode ?? file.mode ?? defaultPolicy.mode,
        reviewers: inputs.reviewers ?? file.reviewers ?? defaultPolicy.reviewers,
        failOnSeverity: strictest(failOnSeverityOrder, inputs.failOnSeverity, file.failOnSeverity) ?? defaultPolicy.failOnSeverity,
        onNotEvaluated: strictest(onNotEvaluatedOrder, inputs.onNotEvaluated, file.onNotEvaluated) ?? defaultPolicy.onNotEvaluated,
        minCoverage: highest(inputs.minCoverage, file.minCoverage) ?? defaultPolicy.minCoverage,
        effort: inputs.effort ?? file.effort ?? defaultPolicy.effort,
        focus: inputs.focus ?? file.focus,
        instructions: inputs.instructions ?? file.instructions,
        paths: inputs.paths ?? file.paths ?? defaultPolicy.paths,
        pathsIgnore: [...new Set([...(file.pathsIgnore ?? []), ...(inputs.pathsIgnore ?? [])])],
        isolation: strictest(_types_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .isolationModes */ .Df, inputs.isolation, file.isolation) ?? defaultPolicy.isolation,
        fallbackReviewers: inputs.fallbackReviewers ?? file.fallbackReviewers ?? defaultPolicy.fallbackReviewers,
        familyPolicy: strictest(_types_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .familyPolicies */ .F$, inputs.familyPolicy, file.familyPolicy) ?? defaultPolicy.familyPolicy,
        // The fewer must agree, the more blocks.
        minAgreement: lowest(inputs.minAgreement, file.minAgreement) ?? defaultPolicy.minAgreement,
        floor: { failOnSeverity: inputs.failOnSeverity, minAgreement: inputs.minAgreement },
        // Only the base branch's file has a say in what follows.
        authors: file.authors ?? defaultPolicy.authors,
        models: file.models ?? defaultPolicy.models,
        allowedFamilies: file.allowedFamilies,
        ownResults: file.ownResults ?? defaultPolicy.ownResults,
        rules: rulesOfBranch(file.rules ?? [], baseBranch),
        exempt: file.exempt ?? defaultPolicy.exempt,
        override: file.override ?? defaultPolicy.override,
        suggestions: file.suggestions ?? defaultPolicy.suggestions,
        suppressions: file.suppressions ?? defaultPolicy.suppressions,
    };
}
function rulesOfBranch(written, baseBranch) {
    return written.filter(({ branches }) => holdsFor(branches, baseBranch)).map(({ branches: _, ...rule }) => rule);
}
function holdsFor(branches, baseBranch) {
    return branches.length === 0 || (baseBranch !== undefined && branches.some((glob) => (0,_globs_js__WEBPACK_IMPORTED_MODULE_2__/* .globMatcher */ .fU)(glob)(baseBranch)));
}
/** The stricter of two thresholds: the lower it is, the more blocks. */
function stricterThreshold(one, other) {
    return strictest(failOnSeverityOrder, one, other) ?? one;
}
/** Strictest first. */
const failOnSeverityOrder = [..._types_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .gO.toReversed(), 'never'];
const onNotEvaluatedOrder = ['fail', 'warn-on-outage', 'warn'];
function strictest(order, one, other) {
    return order.find((candidate) => candidate === one || candidate === other);
}
function highest(one, other) {
    return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
}
function lowest(one, other) {
    return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}


/***/ }),

/***/ 3891:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O3: () => (/* binding */ nearestValue),
/* harmony export */   aK: () => (/* binding */ hint),
/* harmony export */   qb: () => (/* binding */ nearestName)
/* harmony export */ });
/* unused harmony export editDistance */
/** What people write who come from other tools → what they mean here. The first one that is accepted counts. */
const valueSynonyms = {
    '0': ['false'],
    '1': ['true'],
    all: ['always', 'low'],
    anthropic: ['claude'],
    chatgpt: ['openai', 'codex'],
    claude: ['anthropic'],
    'claude-code': ['claude', 'anthropic'],
    codex: ['openai'],
    gemini: ['google'],
    'gemini-api': ['gemini', 'google'],
    'gemini-cli': ['gemini', 'google'],
    glm: ['zhipu'],
    google: ['gemini'],
    kimi: ['moonshot'],
    grok: ['xai'],
    llama: ['meta'],
    'z.ai': ['zhipu', 'glm'],
    zai: ['zhipu', 'glm'],
    zhipu: ['glm'],
    blocker: ['critical'],
    block: ['fail'],
    disabled: ['never', 'false'],
    always: ['required', 'all'],
    comment: ['always'],
    enabled: ['true', 'always', 'all', 'auto'],
    error: ['high', 'fail'],
    errors: ['high', 'fail'],
    extreme: ['high'],
    failure: ['on-failure'],
    'failure-only': ['on-failure'],
    'if-failure': ['on-failure'],
    false: ['never'],
    fatal: ['critical'],
    ignore: ['warn', 'never'],
    info: ['low'],
    informational: ['low'],
    major: ['high'],
    max: ['high'],
    maximum: ['high'],
    md: ['markdown'],
    minimal: ['low'],
    minimum: ['low'],
    minor: ['low'],
    moderate: ['medium'],
    n: ['false'],
    no: ['false', 'never'],
    none: ['never', 'off', 'false'],
    normal: ['medium'],
    note: ['low'],
    off: ['never', 'false'],
    on: ['true', 'always', 'all', 'auto'],
    openai: ['codex'],
    pass: ['warn'],
    gpt: ['codex', 'openai'],
    severe: ['critical'],
    serious: ['high'],
    style: ['low'],
    text: ['terminal'],
    trivial: ['low'],
    true: ['always', 'all', 'auto'],
    urgent: ['critical'],
    warning: ['medium', 'warn'],
    warnings: ['medium', 'warn'],
    xhigh: ['high'],
    y: ['true'],
    yes: ['true', 'always', 'all', 'auto'],
};
/** The same for the names of inputs, flags and config keys. */
const nameSynonyms = {
    agreement: ['min-agreement'],
    quorum: ['min-agreement'],
    comment: ['comment-summary-in-pr'],
    comments: ['review-comments'],
    'comment-summary': ['comment-summary-in-pr'],
    'sticky-comment': ['comment-summary-in-pr'],
    'inline-comments': ['review-comments'],
    upload: ['upload-sarif'],
    'sarif-upload': ['upload-sarif'],
    'baseline-file': ['baseline'],
    exemptions: ['exempt'],
    skip: ['exempt', 'paths-ignore'],
    overrides: ['override'],
    'break-glass': ['override'],
    suppress: ['suppressions'],
    suppression: ['suppressions'],
    suggest: ['suggestions'],
    login: ['author'],
    user: ['author'],
    glob: ['paths'],
    globs: ['paths'],
    files: ['paths'],
    id: ['fingerprint'],
    justification: ['reason'],
    why: ['reason'],
    until: ['expires'],
    expiry: ['expires'],
    expiration: ['expires'],
    users: ['by'],
    teams: ['by'],
    logins: ['by'],
    'api-key': ['openai-api-key'],
    'claude-api-key': ['anthropic-api-key'],
    'glm-api-key': ['zai-api-key'],
    'google-api-key': ['gemini-api-key'],
    'zhipu-api-key': ['zai-api-key'],
    base: ['base-ref'],
    config: ['config-file'],
    coverage: ['min-coverage'],
    exclude: ['paths-ignore'],
    'exclude-paths': ['paths-ignore'],
    'fail-on': ['fail-on-severity'],
    'fail-threshold': ['fail-on-severity'],
    head: ['head-ref'],
    ignore: ['paths-ignore'],
    'ignore-paths': ['paths-ignore'],
    include: ['paths'],
    level: ['fail-on-severity'],
    author: ['author-model', 'authors'],
    'author-family': ['author-model'],
    fallback: ['fallback-reviewers'],
    family: ['family-policy'],
    model: ['reviewers'],
    'min-severity': ['fail-on-severity'],
    prompt: ['instructions'],
    reviewer: ['reviewers'],
    sarif: ['sarif-file'],
    'sarif-output': ['sarif-file'],
    severity: ['fail-on-severity'],
    threshold: ['fail-on-severity'],
    timeout: ['timeout-minutes'],
    token: ['github-token'],
    uncommitted: ['working-tree'],
    cached: ['staged'],
};
/** Longer words are no misspelling of ours; it also bounds the work. */
const longestWord = 64;
/** The accepted value that was probably meant, if one is near. */
function nearestValue(given, accepted) {
    return nearest(given, accepted, valueSynonyms);
}
/** The input, flag or key that was probably meant, if one is near. */
function nearestName(given, accepted) {
    return nearest(given, accepted, nameSynonyms);
}
/** ` Did you mean "medium"?`, or nothing. */
function hint(meant) {
    return meant === undefined ? '' : ` Did you mean "${meant}"?`;
}
function nearest(given, accepted, synonyms) {
    const word = given.trim().toLowerCase().replaceAll('_', '-').replaceAll(' ', '-');
    if (word.length === 0 || word.length > longestWord)
        return undefined;
    if (accepted.includes(word))
        return word;
    const meant = Object.hasOwn(synonyms, word) ? synonyms[word]?.find((name) => accepted.includes(name)) : undefined;
    return meant ?? closest(word, accepted) ?? onlyOneStartingWith(word, accepted);
}
/** Up to a third of the letters may be wrong. */
function closest(word, accepted) {
    const ranked = accepted
        .map((name) => ({ name, distance: editDistance(word, name) }))
        .filter(({ name, distance }) => distance <= Math.floor(Math.max(name.length, word.length) / 3))
        .sort((a, b) => a.distance - b.distance);
    return ranked[0]?.name;
}
function onlyOneStartingWith(word, accepted) {
    const longer = accepted.filter((name) => name.startsWith(word));
    return word.length > 1 && longer.length === 1 ? longer[0] : undefined;
}
/** Insertions, deletions, replacements and swaps of neighbours that make one word the other. */
function editDistance(from, to) {
    let beforePrevious = [];
    let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (let row = 1; row <= from.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= to.length; column += 1) {
            const same = from[row - 1] === to[column - 1];
            const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
            current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + (same ? 0 : 1), swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY));
        }
        beforePrevious = previous;
        previous = current;
    }
    return previous[to.length] ?? 0;
}


/***/ }),

/***/ 7536:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ allOptions),
/* harmony export */   Dr: () => (/* binding */ laterOptions),
/* harmony export */   fF: () => (/* binding */ options)
/* harmony export */ });
/* harmony import */ var _types_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4247);
/* harmony import */ var _types_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5747);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(638);



const maximumFocusLength = 2_000;
const maximumInstructionsLength = 20_000;
/** All options of this version, in the order in which they are documented. */
const options = {
    reviewers: option('reviewers', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReviewers */ ._y, {
        description: 'Who reviews: auto, or a comma or newline list of codex, glm, claude, gemini, openai-api and anthropic-api, each also with a model, as in codex:model. All that are listed run.',
        default: value('auto'),
        configurable: true,
        placeholder: 'LIST',
        list: true,
    }),
    fallbackReviewers: option('fallback-reviewers', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseFallbackReviewers */ .GP, {
        description: 'Reviewers that may fill an empty seat, in order and under the same family policy, as a list like that of reviewers.',
        configurable: true,
        placeholder: 'LIST',
        list: true,
    }),
    mode: option('mode', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseMode */ .Zx, {
        description: 'What is done: review.',
        default: value('review'),
        placeholder: 'MODE',
    }),
    failOnSeverity: option('fail-on-severity', (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)([..._types_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .gO, 'never']), {
        description: 'Lowest severity that fails the check: critical, high, medium, low, or never (report only).',
        default: value('high'),
        configurable: true,
        placeholder: 'SEVERITY',
    }),
    familyPolicy: option('family-policy', (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(_types_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .familyPolicies */ .F$), {
        description: 'Who may review what another model wrote: strict (where the author is unknown, two reviewers of two families), require (every commit is reviewed by a family that is not known to have written it), prefer (the same family only as a last resort, stamped as a waiver), or off.',
        default: value('require'),
        configurable: true,
        placeholder: 'POLICY',
    }),
    authorModel: option('author-model', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseAuthorModel */ ._8, {
        description: 'Who wrote the change: auto (from the traces in commits and pull request), the families as a comma list, or human.',
        default: value('auto'),
        placeholder: 'FAMILIES',
        list: true,
    }),
    onNotEvaluated: option('on-not-evaluated', (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(['fail', 'warn-on-outage', 'warn']), {
        description: 'What happens when the change was not (fully) reviewed: fail, warn-on-outage (only a warning when the provider is down or out of quota), or warn (roll-out only).',
        default: value('fail'),
        configurable: true,
        placeholder: 'ACTION',
    }),
    minCoverage: option('min-coverage', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePercent */ .lo, {
        description: 'Percent of the reviewable changed lines that a completed review must have covered.',
        default: value('100'),
        configurable: true,
        placeholder: 'PERCENT',
    }),
    minAgreement: option('min-agreement', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseMinAgreement */ .ik, {
        description: 'Reviewers that must support a result before it can block; more than there are seats is an error.',
        default: value('1'),
        configurable: true,
        placeholder: 'NUMBER',
    }),
    effort: option('effort', (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(['low', 'medium', 'high']), {
        description: 'How hard the reviewer thinks: low, medium or high.',
        default: value('high'),
        configurable: true,
        placeholder: 'EFFORT',
    }),
    focus: option('focus', (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(maximumFocusLength), {
        description: 'What the reviewers weigh most.',
        configurable: true,
        placeholder: 'TEXT',
    }),
    baseRef: option('base-ref', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRef */ .rd, {
        description: 'The branch, tag or commit that the change goes into. Policy is read from its tip.',
        default: inWords('from the event; on the command line the merge base with the HEAD of origin'),
        placeholder: 'REF',
    }),
    headRef: option('head-ref', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRef */ .rd, {
        description: 'The branch, tag or commit under review.',
        default: inWords('from the event; on the command line HEAD'),
        placeholder: 'REF',
    }),
    baseline: option('baseline', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseFilePath */ .zJ, {
        description: 'Report file of an earlier run: what it lists is not new.',
        placeholder: 'FILE',
    }),
    configFile: option('config-file', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRepositoryPath */ .XU, {
        description: 'Path of the config file. It is read from the tip of the base branch, never from the change.',
        default: value('.github/model-stack.yml'),
        placeholder: 'PATH',
    }),
    instructions: option('instructions', (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(maximumInstructionsLength), {
        description: 'Extra instructions for the reviewers.',
        configurable: true,
        placeholder: 'TEXT',
    }),
    paths: option('paths', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseGlobs */ .nS, {
        description: 'Globs, one a line or separated by commas: only these paths are reviewed. What is left out is listed.',
        default: inWords('all paths'),
        configurable: true,
        placeholder: 'GLOBS',
        list: true,
    }),
    pathsIgnore: option('paths-ignore', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseGlobs */ .nS, {
        description: 'Globs of paths that are not reviewed, added to those of the config file. What is left out is listed.',
        configurable: true,
        placeholder: 'GLOBS',
        list: true,
    }),
    isolation: option('isolation', (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(['auto', 'sandbox', 'none']), {
        description: 'How the reviewer is isolated: auto (the strongest that the machine has, and at least a sandbox for a CLI), sandbox, or none (an opt-out that is stamped on every output and refused for forks).',
        default: value('auto'),
        configurable: true,
        placeholder: 'LEVEL',
    }),
    timeoutMinutes: option('timeout-minutes', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseMinutes */ .lA, {
        description: 'Wall clock for the whole review, in minutes; fractions are allowed.',
        default: value('20'),
        placeholder: 'MINUTES',
    }),
    maxTokens: option('max-tokens', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseMaxTokens */ .ov, {
        description: 'Token budget of the run, cached tokens included: a whole number, or auto, which scales with the diff.',
        default: value('auto'),
        placeholder: 'TOKENS',
    }),
    sarifFile: option('sarif-file', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseFilePath */ .zJ, {
        description: 'Where the SARIF is written.',
        default: inWords('a file in the temporary folder of the runner, never inside the checkout'),
        placeholder: 'FILE',
    }),
    uploadSarif: option('upload-sarif', (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(_types_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .uploadSarifModes */ .tP), {
        description: 'Whether the SARIF goes to code scanning: auto (tries, and says why not), required (a failure is one of the step), or never.',
        default: value('auto'),
        placeholder: 'WHEN',
    }),
    category: option('category', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCategory */ .sF, {
        description: 'Keeps the analyses of one commit apart in code scanning.',
        default: inWords('model-stack/ and the mode, such as model-stack/review'),
        placeholder: 'TEXT',
    }),
    annotations: option('annotations', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBoolean */ .yG, {
        description: 'Whether results are shown as annotations, within the limits of the platform: true or false.',
        default: value('true'),
        placeholder: 'BOOLEAN',
    }),
    commentSummaryInPr: option('comment-summary-in-pr', (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(_types_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .commentSummaryModes */ .uD), {
        description: 'Whether the pull request gets one comment, updated in place: never, on-failure or always.',
        default: value('never'),
        placeholder: 'WHEN',
    }),
    reviewComments: option('review-comments', (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(_types_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .reviewCommentModes */ ._P), {
        description: 'Which results become review comments on the lines of the diff: never, blocking or all.',
        default: value('never'),
        placeholder: 'WHICH',
    }),
    openaiApiKey: option('openai-api-key', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSecret */ .o7, {
        description: 'Key for the OpenAI API: codex and openai-api. The action reads keys from inputs only.',
        credential: true,
        placeholder: 'KEY',
    }),
    anthropicApiKey: option('anthropic-api-key', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSecret */ .o7, {
        description: 'Key for the Anthropic API: claude and anthropic-api.',
        credential: true,
        placeholder: 'KEY',
    }),
    zaiApiKey: option('zai-api-key', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSecret */ .o7, {
        description: 'Key for the Z.ai API: glm.',
        credential: true,
        placeholder: 'KEY',
    }),
    geminiApiKey: option('gemini-api-key', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSecret */ .o7, {
        description: 'Key for the Gemini API: gemini.',
        credential: true,
        placeholder: 'KEY',
    }),
    openaiBaseUrl: option('openai-base-url', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseUrl */ .Dl, {
        description: 'Endpoint or gateway that speaks the OpenAI API.',
        default: inWords('that of the vendor'),
        placeholder: 'URL',
    }),
    anthropicBaseUrl: option('anthropic-base-url', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseUrl */ .Dl, {
        description: 'Endpoint or gateway that speaks the Anthropic API.',
        default: inWords('that of the vendor'),
        placeholder: 'URL',
    }),
    zaiBaseUrl: option('zai-base-url', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseUrl */ .Dl, {
        description: 'Endpoint or gateway for glm, which speaks the Anthropic API.',
        default: inWords('that of the vendor'),
        placeholder: 'URL',
    }),
    geminiBaseUrl: option('gemini-base-url', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseUrl */ .Dl, {
        description: 'Endpoint or gateway that speaks the Gemini API.',
        default: inWords('that of the vendor'),
        placeholder: 'URL',
    }),
    cliPath: option('cli-path', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCliPaths */ .Kd, {
        description: 'Use an installed CLI instead of the pinned one: a comma or newline list of codex=/absolute/path, glm=/absolute/path and claude=/absolute/path.',
        placeholder: 'LIST',
        list: true,
    }),
    registry: option('registry', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseUrl */ .Dl, {
        description: 'npm-compatible registry for the tarball of the CLI. Its integrity is checked against our own pins.',
        default: inWords('the one that npm is configured with on the machine'),
        placeholder: 'URL',
    }),
    githubToken: option('github-token', _values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSecret */ .o7, {
        description: 'Token to ask GitHub about the pull request with.',
        default: value('$' + '{{ github.token }}'),
        credential: true,
        placeholder: 'TOKEN',
    }),
};
/** The same as a list. */
const allOptions = Object.values(options);
/** Inputs that the contract promises and this version does not have yet. */
const laterOptions = ['rounds', 'plan-file'];
function option(name, parse, details) {
    return { name, parse, default: { kind: 'none' }, credential: false, configurable: false, list: false, ...details };
}
function value(text) {
    return { kind: 'value', value: text };
}
function inWords(text) {
    return { kind: 'prose', text };
}


/***/ }),

/***/ 7779:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tt: () => (/* binding */ readOptions),
/* harmony export */   kE: () => (/* binding */ readPolicyInputs),
/* harmony export */   mD: () => (/* binding */ defaultConfigFile)
/* harmony export */ });
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7536);

const defaultConfigFile = '.github/model-stack.yml';
const defaultTimeoutMs = 20 * 60_000;
/** Parses every option that is set. Throws ConfigurationError at the first that is wrong. */
function readOptions(written) {
    const inputs = readPolicyInputs(written);
    return { inputs, settings: readSettings(written, inputs) };
}
/** The part that a config file may also set, and the mode. */
function readPolicyInputs(written) {
    return {
        mode: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.mode, written),
        reviewers: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.reviewers, written),
        failOnSeverity: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.failOnSeverity, written),
        onNotEvaluated: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.onNotEvaluated, written),
        minCoverage: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.minCoverage, written),
        effort: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.effort, written),
        focus: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.focus, written),
        instructions: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.instructions, written),
        paths: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.paths, written),
        pathsIgnore: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.pathsIgnore, written),
        isolation: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.isolation, written),
        fallbackReviewers: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.fallbackReviewers, written),
        familyPolicy: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.familyPolicy, written),
        minAgreement: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.minAgreement, written),
        authors: undefined,
        models: undefined,
        allowedFamilies: undefined,
        ownResults: undefined,
        rules: undefined,
        exempt: undefined,
        override: undefined,
        suggestions: undefined,
        suppressions: undefined,
    };
}
function readSettings(written, inputs) {
    return {
        baseRef: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.baseRef, written),
        headRef: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.headRef, written),
        configFile: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.configFile, written) ?? defaultConfigFile,
        timeoutMs: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.timeoutMinutes, written) ?? defaultTimeoutMs,
        maxTokens: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.maxTokens, written) ?? 'auto',
        authorModel: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.authorModel, written) ?? 'auto',
        sarifFile: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.sarifFile, written),
        uploadSarif: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.uploadSarif, written) ?? 'auto',
        category: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.category, written) ?? `model-stack/${inputs.mode ?? 'review'}`,
        annotations: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.annotations, written) ?? true,
        commentSummary: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.commentSummaryInPr, written) ?? 'never',
        reviewComments: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.reviewComments, written) ?? 'never',
        baseline: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.baseline, written),
        credentials: readCredentials(written),
        baseUrls: readBaseUrls(written),
        cliPaths: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.cliPath, written) ?? {},
        registry: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.registry, written),
        githubToken: read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.githubToken, written),
    };
}
function readCredentials(written) {
    return onlySet({
        'openai-api-key': read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.openaiApiKey, written),
        'anthropic-api-key': read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.anthropicApiKey, written),
        'zai-api-key': read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.zaiApiKey, written),
        'gemini-api-key': read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.geminiApiKey, written),
    });
}
function readBaseUrls(written) {
    return onlySet({
        'openai-base-url': read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.openaiBaseUrl, written),
        'anthropic-base-url': read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.anthropicBaseUrl, written),
        'zai-base-url': read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.zaiBaseUrl, written),
        'gemini-base-url': read(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.geminiBaseUrl, written),
    });
}
function onlySet(values) {
    const set = {};
    for (const [name, value] of Object.entries(values))
        if (value !== undefined)
            set[name] = value;
    return set;
}
function read(option, written) {
    const found = written.get(option.name);
    const text = found?.text.trim() ?? '';
    return found === undefined || text === '' ? undefined : option.parse(text, found.label);
}


/***/ }),

/***/ 1003:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ shown)
/* harmony export */ });
/** Enough to recognise a value, too little to flood a log line. */
const shownCharacters = 60;
/** A foreign value as it may stand inside an error message: quoted, capped, on one line, with nothing invisible in it. */
function shown(text) {
    // Two code units are the most that one character takes, so that a huge value is not walked.
    const characters = [...text.slice(0, shownCharacters * 2 + 2)];
    const kept = characters.slice(0, shownCharacters).map(visible).join('');
    return characters.length > shownCharacters ? `"${kept}…"` : `"${kept}"`;
}
function visible(character) {
    if (character === '"' || character === '\\')
        return `\\${character}`;
    if (character === ' ' || /^[^\p{C}\p{Z}]$/u.test(character))
        return character;
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}


/***/ }),

/***/ 638:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BM: () => (/* binding */ maximumSeats),
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   Dl: () => (/* binding */ parseUrl),
/* harmony export */   GP: () => (/* binding */ parseFallbackReviewers),
/* harmony export */   Kd: () => (/* binding */ parseCliPaths),
/* harmony export */   Km: () => (/* binding */ parseFamily),
/* harmony export */   PI: () => (/* binding */ reviewersFrom),
/* harmony export */   XU: () => (/* binding */ parseRepositoryPath),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   Zx: () => (/* binding */ parseMode),
/* harmony export */   _8: () => (/* binding */ parseAuthorModel),
/* harmony export */   _y: () => (/* binding */ parseReviewers),
/* harmony export */   ik: () => (/* binding */ parseMinAgreement),
/* harmony export */   lA: () => (/* binding */ parseMinutes),
/* harmony export */   lo: () => (/* binding */ parsePercent),
/* harmony export */   nS: () => (/* binding */ parseGlobs),
/* harmony export */   o7: () => (/* binding */ parseSecret),
/* harmony export */   ov: () => (/* binding */ parseMaxTokens),
/* harmony export */   rd: () => (/* binding */ parseRef),
/* harmony export */   ry: () => (/* binding */ splitList),
/* harmony export */   sF: () => (/* binding */ parseCategory),
/* harmony export */   xc: () => (/* binding */ fallbackReviewersFrom),
/* harmony export */   yG: () => (/* binding */ parseBoolean),
/* harmony export */   zJ: () => (/* binding */ parseFilePath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _types_reviewer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8726);
/* harmony import */ var _globs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(973);
/* harmony import */ var _near_miss_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3891);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1003);






/** The reviewers that run a CLI, so that `cli-path` can name another one. */
const cliReviewers = ['codex', 'glm', 'claude'];
const laterModes = ['adversarial', 'plan', 'audit'];
/** More reviewers than this is a slip of the finger. */
const maximumSeats = 10;
const maximumRefLength = 255;
const maximumPathLength = 4096;
const maximumUrlLength = 2048;
const maximumKeyLength = 4096;
const maximumCategoryLength = 200;
/** A job of GitHub's own runners ends after six hours. */
const maximumMinutes = 360;
/** Fewer hold no review; more is a slip of the finger. */
const minimumTokens = 1_000;
const maximumTokens = 1_000_000_000;
const millisecondsPerMinute = 60_000;
/** A parser for one of a closed list of words. */
function choice(accepted) {
    return (text, label) => {
        const found = accepted.find((word) => word === text);
        if (found !== undefined)
            return found;
        throw refusal(label, text, { accepted: accepted.join(', '), meant: (0,_near_miss_js__WEBPACK_IMPORTED_MODULE_4__/* .nearestValue */ .O3)(text, accepted) });
    };
}
/** `review`; the modes of later versions are known by name. */
const parseMode = (text, label) => {
    if (laterModes.includes(text)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.ConfigurationError(`${label}: "${text}" is not available yet in this version; accepted: review`);
    }
    return choice(['review'])(text, label);
};
/** The booleans of YAML 1.2's core schema, as the runner's own toolkit reads them. */
const parseBoolean = (text, label) => {
    if (/^(?:true|True|TRUE)$/.test(text))
        return true;
    if (/^(?:false|False|FALSE)$/.test(text))
        return false;
    throw refusal(label, text, { accepted: 'true, false', meant: (0,_near_miss_js__WEBPACK_IMPORTED_MODULE_4__/* .nearestValue */ .O3)(text, ['true', 'false']) });
};
/** A whole number from 0 to 100. */
const parsePercent = (text, label) => {
    const percent = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
    if (percent <= 100)
        return percent;
    const meant = /^\d{1,2}(?:\.0+)?\s?%?$|^100\s?%$/.test(text) ? String(Number.parseInt(text, 10)) : undefined;
    throw refusal(label, text, { accepted: 'a whole number from 0 to 100', meant });
};
/** A whole number of reviewers, at least one. */
const parseMinAgreement = (text, label) => {
    const number = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= 1 && number <= maximumSeats)
        return number;
    throw refusal(label, text, { accepted: `a whole number from 1 to ${maximumSeats}` });
};
/** Minutes, fractions allowed, as whole milliseconds. */
const parseMinutes = (text, label) => {
    const minutes = /^(?:\d{1,6}(?:\.\d{0,9})?|\.\d{1,9})$/.test(text) ? Number(text) : Number.NaN;
    if (minutes > 0 && minutes <= maximumMinutes)
        return Math.ceil(minutes * millisecondsPerMinute);
    throw refusal(label, text, { accepted: `a number of minutes above 0 and up to ${maximumMinutes}` });
};
/** `auto`, or a whole number of tokens in plain digits. */
const parseMaxTokens = (text, label) => {
    if (text === 'auto')
        return text;
    const tokens = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (tokens >= minimumTokens && tokens <= maximumTokens)
        return tokens;
    const accepted = `auto, or a whole number from ${minimumTokens} to ${maximumTokens} in plain digits`;
    throw refusal(label, text, { accepted, meant: digitsOf(text) ?? (0,_near_miss_js__WEBPACK_IMPORTED_MODULE_4__/* .nearestValue */ .O3)(text, ['auto']) });
};
/** `auto`, or a comma or newline list of `id` and `id:model`. */
const parseReviewers = (text, label) => reviewersFrom(splitList(text), label);
/** The same for a list that is split already. */
function reviewersFrom(items, label) {
    if (items.length === 1 && items[0] === 'auto')
        return 'auto';
    if (items.includes('auto')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.ConfigurationError(`${label}: "auto" cannot be listed together with other reviewers; name it alone or not`);
    }
    if (items.length === 0 || items.length > maximumSeats) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.ConfigurationError(`${label}: lists ${items.length} reviewers; accepted: auto, or 1 to ${maximumSeats} of ${acceptedSeats()}`);
    }
    return seatsFrom(items, label);
}
/** A comma or newline list of `id` and `id:model`. */
const parseFallbackReviewers = (text, label) => fallbackReviewersFrom(splitList(text), label);
/** The same for a list that is split already; an empty one means that nobody may fill a seat. */
function fallbackReviewersFrom(items, label) {
    if (items.includes('auto')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.ConfigurationError(`${label}: "auto" is no reviewer; accepted: a list of ${acceptedSeats()}`);
    }
    if (items.length > maximumSeats) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.ConfigurationError(`${label}: lists ${items.length} reviewers; accepted: up to ${maximumSeats}`);
    }
    return seatsFrom(items, label);
}
function seatsFrom(items, label) {
    const twice = items.find((item, index) => items.indexOf(item) !== index);
    if (twice !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.ConfigurationError(`${label}: lists ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .S)(twice)} twice; name each reviewer once`);
    return items.map((item) => parseSeat(item, label));
}
/** `auto`, `human`, or a comma or newline list of families. */
const parseAuthorModel = (text, label) => {
    const items = splitList(text);
    const [first] = items;
    if (items.length === 1 && (first === 'auto' || first === 'human'))
        return first;
    if (items.some((item) => item === 'auto' || item === 'human')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.ConfigurationError(`${label}: "auto" and "human" stand alone; accepted: auto, human, or families`);
    }
    const named = items.map((item) => choice([..._types_reviewer_js__WEBPACK_IMPORTED_MODULE_2__/* .families */ .TJ, 'auto', 'human'])(item, label));
    return _types_reviewer_js__WEBPACK_IMPORTED_MODULE_2__/* .families */ .TJ.filter((family) => named.includes(family));
};
/** A closed list. */
const parseFamily = choice(_types_reviewer_js__WEBPACK_IMPORTED_MODULE_2__/* .families */ .TJ);
/** Globs, one a line or separated by commas. */
const parseGlobs = (text, label) => (0,_globs_js__WEBPACK_IMPORTED_MODULE_3__/* .checkGlobs */ .EQ)((0,_globs_js__WEBPACK_IMPORTED_MODULE_3__/* .splitGlobs */ .Kh)(text), label);
/** Prose of the user for the reviewers: line breaks and tabs, but no other control characters. */
function prose(maximumLength) {
    return (text, label) => {
        if (text.length > maximumLength) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.ConfigurationError(`${label}: has ${text.length} characters; accepted: text of up to ${maximumLength} characters`);
        }
        if (/[^\P{Cc}\t\n\r]/u.test(text))
            throw refusal(label, text, { accepted: 'text without control characters' });
        return text;
    };
}
/** One commit, by any name that git knows for it. It must never look like an option to git. */
const parseRef = (text, label) => {
    const plain = text.length <= maximumRefLength && /^[^\p{C}\p{Z}]+$/u.test(text);
    if (plain && !text.startsWith('-') && !text.startsWith(':') && !text.includes('..'))
        return text;
    throw refusal(label, text, { accepted: 'one branch, tag or commit (no range, no spaces, no leading -)' });
};
/** A file of the base branch, relative to the root of the repository. */
const parseRepositoryPath = (text, label) => {
    const path = text.startsWith('./') ? text.slice(2) : text;
    const plain = isPlainPath(path) && !path.includes('\\') && !/^[A-Za-z]:/.test(path);
    const inside = !path.split('/').some((segment) => segment === '' || segment === '.' || segment === '..');
    if (plain && inside)
        return path;
    throw refusal(label, text, { accepted: 'a path inside the repository, such as .github/model-stack.yml' });
};
/** A file on this machine. */
const parseFilePath = (text, label) => {
    if (isPlainPath(text))
        return text;
    throw refusal(label, text, { accepted: 'the path of a file, without control characters' });
};
/** SARIF's automation id is this and a slash, so that it must not end in one. */
const parseCategory = (text, label) => {
    if (text.length <= maximumCategoryLength && /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u.test(text) && !text.endsWith('/')) {
        return text;
    }
    throw refusal(label, text, {
        accepted: `up to ${maximumCategoryLength} printable characters that do not end in /`,
        meant: /^[\w/-]+\/$/.test(text) && text.length <= maximumCategoryLength ? text.replace(/\/{1,200}$/, '') : undefined,
    });
};
/** An http or https address, without its trailing slash. Never shown when refused: it could hold a password. */
const parseUrl = (text, label) => {
    const url = text.length <= maximumUrlLength && URL.canParse(text) ? new URL(text) : undefined;
    const isHttp = url?.protocol === 'http:' || url?.protocol === 'https:';
    if (url === undefined || !isHttp || /[\p{C}\p{Z}\\]/u.test(text)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.ConfigurationError(`${label}: is not an address; accepted: https://host/path, or http://`);
    }
    if (url.username !== '' || url.password !== '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.ConfigurationError(`${label}: holds a user name or password; accepted: an address without credentials`);
    }
    if (text.includes('?') || text.includes('#')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.ConfigurationError(`${label}: has a query or a fragment; accepted: an address without ? and #`);
    }
    return url.href.endsWith('/') ? url.href.slice(0, -1) : url.href;
};
/** `codex=/absolute/path` and the like, comma or newline list. */
const parseCliPaths = (text, label) => {
    const entries = splitList(text).map((item) => parseCliPath(item, label));
    const twice = entries.find(([id], index) => entries.findIndex(([other]) => other === id) !== index);
    if (twice !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.ConfigurationError(`${label}: names ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .S)(twice[0])} twice; name each CLI once`);
    return Object.fromEntries(entries);
};
/** A secret: it goes into a header, and never into a message. */
const parseSecret = (text, label) => {
    if (text.length <= maximumKeyLength && /^[\x21-\x7e]+$/.test(text))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.ConfigurationError(`${label}: is not a key (its value is not shown); accepted: printable ASCII on one line, without spaces`);
};
/** `200_000` and `200,000` without what groups their digits. */
function digitsOf(text) {
    const digits = /^\d{1,3}(?:[_,. ']\d{3}){1,3}$/.test(text) ? text.replaceAll(/\D/g, '') : '';
    return Number(digits) >= minimumTokens && Number(digits) <= maximumTokens ? digits : undefined;
}
function refusal(label, text, { accepted, meant }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__.ConfigurationError(`${label}: ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .S)(text)} is not accepted; accepted: ${accepted}.${(0,_near_miss_js__WEBPACK_IMPORTED_MODULE_4__/* .hint */ .aK)(meant)}`);
}
/** The items of a comma or newline list. */
function splitList(text) {
    return text
        .split(/[\n\r,]/)
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
function acceptedSeats() {
    return `${_types_reviewer_js__WEBPACK_IMPORTED_MODULE_2__/* .reviewerIds */ .Ax.join(', ')} (each as id or id:model)`;
}
function parseSeat(item, label) {
    const colon = item.indexOf(':');
    const id = reviewerId(colon === -1 ? item : item.slice(0, colon), label);
    if (colon === -1)
        return { id, model: undefined };
    const model = item.slice(colon + 1);
    // It becomes an argument of a CLI: nothing that could be read as an option or as two arguments.
    if (!/^[A-Za-z0-9][A-Za-z0-9._/:[\]-]{0,127}$/.test(model)) {
        throw refusal(label, item, {
            accepted: `after "${id}:" a model name of letters, digits and . _ / : [ ] -, up to 128 characters`,
        });
    }
    return { id, model };
}
function reviewerId(id, label) {
    const known = _types_reviewer_js__WEBPACK_IMPORTED_MODULE_2__/* .reviewerIds */ .Ax.find((available) => available === id);
    if (known !== undefined)
        return known;
    const meant = (0,_near_miss_js__WEBPACK_IMPORTED_MODULE_4__/* .nearestValue */ .O3)(id, [..._types_reviewer_js__WEBPACK_IMPORTED_MODULE_2__/* .reviewerIds */ .Ax, 'auto']);
    throw refusal(label, id, { accepted: `auto, ${acceptedSeats()}`, meant });
}
function parseCliPath(item, label) {
    const equals = item.indexOf('=');
    const path = item.slice(equals + 1);
    const accepted = cliReviewers.map((known) => `${known}=/absolute/path`).join(', ');
    if (equals < 1 || !isPlainPath(path) || !(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path))
        throw refusal(label, item, { accepted });
    const id = item.slice(0, equals);
    if (cliReviewers.some((known) => known === id))
        return [id, path];
    throw refusal(label, id, { accepted, meant: (0,_near_miss_js__WEBPACK_IMPORTED_MODULE_4__/* .nearestValue */ .O3)(id, cliReviewers) });
}
function isPlainPath(path) {
    return path.length > 0 && path.length <= maximumPathLength && !/\p{Cc}/u.test(path);
}


/***/ }),

/***/ 2424:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ emptyReport),
/* harmony export */   c: () => (/* binding */ toReport)
/* harmony export */ });
/* harmony import */ var _types_egress_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2434);

/** Of the snapshot's oddities that the change does not touch, this many of each list are named. */
const UNTOUCHED_ENTRIES = 200;
/** Longer targets are no paths: Linux ends them here (PATH_MAX). */
const TARGET_CHARACTERS = 4_096;
/** More names of files that were sent help nobody and make the report file a burden. */
const FILES_SENT = 20_000;
/** The report of a run that reached its verdict. */
function toReport(facts) {
    const { change } = facts;
    return {
        ...emptyReport(facts.toolVersion, facts.verdict),
        change: {
            mode: change.mode,
            base: change.base,
            head: change.head,
            mergeBase: change.mergeBase,
            pullRequest: change.pullRequest === undefined ? null : { number: change.pullRequest.number },
        },
        authorship: { families: [...facts.authorship.families], signals: [...facts.authorship.signals] },
        reviewers: facts.reviews.map((review) => toReviewerReport(review, facts.waived)),
        coverage: toCoverageReport(facts),
        results: [...facts.results],
        rejected: [...facts.reviews.flatMap((review) => review.rejected), ...facts.rejected],
        isolation: facts.isolation,
        egress: toEgressReport(facts.egress),
        override: facts.override,
        reusedReview: facts.reusedReview,
        increment: facts.increment,
        notes: [...facts.notes],
        replayed: facts.replayed,
    };
}
/** The report of a run that ended before anything could be reviewed. */
function emptyReport(toolVersion, verdict) {
    return {
        schemaVersion: 1,
        tool: { name: 'model-stack-action', version: toolVersion },
        conclusion: verdict.conclusion,
        reasons: [...verdict.reasons],
        change: null,
        authorship: { families: [], signals: [] },
        reviewers: [],
        coverage: {
            ...{ changedLines: 0, reviewedLines: 0, percent: 0, unreviewed: [], excluded: [] },
            ...{ neutralised: [], notInSnapshot: [], snapshotEntriesLeftOut: 0 },
        },
        results: [],
        dismissed: [],
        rejected: [],
        isolation: { level: 'none', preflight: [], proof: { before: '', after: '', unchanged: true } },
        egress: { hosts: [], files: [], filesComplete: true },
        override: null,
        reusedReview: null,
        increment: null,
        notes: [],
        replayed: false,
    };
}
function toCoverageReport({ coverage, snapshot, changedPaths }) {
    const omitted = [...coverage.unreviewed, ...coverage.excluded].map(({ path }) => path);
    const touched = new Set([...changedPaths, ...omitted]);
    const neutralised = touchedFirst(snapshot?.neutralised ?? [], touched);
    const notInSnapshot = touchedFirst(snapshot?.skipped ?? [], touched);
    return {
        ...coverage,
        neutralised: neutralised.kept.map(({ path, snapshotPath, reason, target }) => ({
            path,
            snapshotPath,
            reason,
            target: target?.slice(0, TARGET_CHARACTERS) ?? null,
        })),
        notInSnapshot: notInSnapshot.kept.map(({ path, reason }) => ({ path, reason })),
        snapshotEntriesLeftOut: neutralised.left + notInSnapshot.left,
    };
}
/** Every entry that the change touches, then some of the others. */
function touchedFirst(entries, touched) {
    const others = entries.filter(({ path }) => !touched.has(path));
    return {
        kept: [...entries.filter(({ path }) => touched.has(path)), ...others.slice(0, UNTOUCHED_ENTRIES)],
        left: Math.max(0, others.length - UNTOUCHED_ENTRIES),
    };
}
/** One entry a host, the busiest first, and the files by name. */
function toEgressReport(ledgers) {
    const byHost = new Map();
    for (const { traffic } of ledgers) {
        const sum = byHost.get(traffic.host);
        byHost.set(traffic.host, sum === undefined ? traffic : (0,_types_egress_js__WEBPACK_IMPORTED_MODULE_0__/* .addTraffic */ .b5)(sum, traffic));
    }
    const names = [...new Set(ledgers.flatMap(({ files }) => files))].toSorted();
    return {
        hosts: [...byHost.values()].filter(isUsed).toSorted((a, b) => b.bytesSent - a.bytesSent),
        files: names.slice(0, FILES_SENT),
        filesComplete: ledgers.every(({ filesComplete }) => filesComplete) && names.length <= FILES_SENT,
    };
}
/** A proxy that was started and never asked is no traffic. */
function isUsed({ requests, refused, bytesSent, bytesReceived }) {
    return requests + refused + bytesSent + bytesReceived > 0;
}
function toReviewerReport(review, waived) {
    return {
        id: review.id,
        family: review.family,
        model: review.model,
        cliVersion: review.cliVersion,
        role: 'general',
        status: review.status,
        error: review.status === 'failed' ? { code: review.error.code, message: review.error.message } : null,
        usage: review.usage,
        durationMs: review.durationMs,
        filesRead: [...review.filesRead],
        waiver: review.status === 'completed' && waived.includes(review.id),
    };
}


/***/ }),

/***/ 4031:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ stripControls),
/* harmony export */   Af: () => (/* binding */ quoteBlock),
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   js: () => (/* binding */ htmlText),
/* harmony export */   ln: () => (/* binding */ inlineText),
/* harmony export */   lz: () => (/* binding */ proseText),
/* harmony export */   pF: () => (/* binding */ singleLine),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
// Foreign text (models, pull requests, CLIs) becomes inert here. Every pattern is a single character class or bounded,
// so the work is linear in the text.
/** A whole terminal control sequence; its parameters cannot contain the ESC that starts the next one. */
const CONTROL_SEQUENCE = /\u001b\[[0-?]*[ -/]*[@-~]/g;
const LINE_TERMINATOR = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
/** C0 without tab and newline, DEL, C1. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** What a reader cannot see: soft hyphen, fillers, zero width, bidi controls, variation selectors, tags. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
/** Each of the above needs one of these. Most texts hold none, and one look costs less than all of the steps. */
const UNPRINTABLE = /[^\t\n\x20-\x7e]/;
const UNPRINTABLE_OR_BREAK = /[^\x20-\x7e]/;
/** Inside a code span that is kept: nothing that could start a link, a mention, a reference, HTML or a table cell. */
const CODE_SPAN = /(?<!`)`((?:[A-Za-z0-9_.,;=+*/%?(){}'"&> -]|<(?=[ =])){1,100})`(?!`)/g;
/** Named entities, because a number sign followed by digits is itself an issue reference. */
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '[': '&lsqb;',
    ']': '&rsqb;',
    '`': '&grave;',
    '*': '&ast;',
    '|': '&vert;',
    '\\': '&bsol;',
    $: '&dollar;',
};
/** GitHub looks for mentions and references after entities are decoded, so only a real character in between helps. */
const BREAK = '&ZeroWidthSpace;';
/** Plain text: no control, bidi, zero-width or tag characters, every line terminator a newline, at most `max` characters. */
function plainText(text, max) {
    // Where all that can be kept is printable, nothing behind it can change it.
    const head = text.slice(0, max + 1);
    if (!UNPRINTABLE.test(head))
        return text.length <= max ? text : `${head.slice(0, max)} … (cut)`;
    const clean = stripControls(text.slice(0, max * 2 + 1000).replace(LINE_TERMINATOR, '\n'));
    if (clean.length <= max && text.length <= max * 2 + 1000)
        return clean;
    return `${withoutHalfPair(clean.slice(0, max))} … (cut)`;
}
/** Removes control sequences, control, invisible and broken characters; keeps tab and newline. */
function stripControls(text) {
    if (!UNPRINTABLE.test(text))
        return text;
    // Halves go first: two of them would become one invisible character when what stands between is removed.
    return text
        .replace(LONE_SURROGATE, '\ufffd')
        .replace(CONTROL_SEQUENCE, '')
        .replace(CONTROL, '')
        .replace(INVISIBLE, '');
}
/** Plain text on one line, for terminals, outputs and SARIF. */
function singleLine(text, max) {
    if (text.length <= max && !UNPRINTABLE_OR_BREAK.test(text) && !text.includes('  '))
        return text.trim();
    return plainText(text, max).replace(/\s+/g, ' ').trim();
}
/** One line of inert Markdown: no HTML, link, image, mention, reference, math or block start; short code spans stay code. */
function inlineText(text, max) {
    const line = singleLine(text, max);
    const parts = [];
    let from = 0;
    for (const match of line.matchAll(CODE_SPAN)) {
        const [whole, code = ''] = match;
        if (code.trim() === '' || /www\./i.test(code))
            continue;
        parts.push(inertMarkdown(line.slice(from, match.index)), whole);
        from = match.index + whole.length;
    }
    parts.push(inertMarkdown(line.slice(from)));
    return inertLineStart(parts.join(''));
}
/** Text inside an HTML element such as `<summary>`, where Markdown is not read. */
function htmlText(text, max) {
    return inertCharacters(singleLine(text, max));
}
/** Several lines of inert Markdown: a paragraph for each line, lists kept. Foreign prose goes through here. */
function proseText(text, max) {
    const lines = plainText(text, max)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    return lines.map((line, index) => `${separator(lines, index)}${proseLine(line)}`).join('');
}
/** Inline code: backticks where the text is plain, otherwise escaped text in `<code>`, which also holds in a table. */
function codeSpan(text, max = 300) {
    const line = singleLine(text, max);
    if (line === '')
        return '(empty)';
    if (/^(?:[A-Za-z0-9_./ -]|:(?=\d))+$/.test(line) && !/www\./i.test(line))
        return `\`${line}\``;
    return `<code>${inertMarkdown(line)}</code>`;
}
/** A fenced block without a language, its fence longer than any run of backticks inside. */
function codeBlock(text, max = 4_000) {
    const body = plainText(text, max);
    let longest = 0;
    for (const [run] of body.matchAll(/`+/g))
        longest = Math.max(longest, run.length);
    const fence = '`'.repeat(Math.max(3, longest + 1));
    return `${fence}\n${body}\n${fence}`;
}
/**
 * Code that a result quotes. Text that brings fences or structure of its own is shown as escaped lines, so that not even
 * a reader of the raw Markdown can take it for ours.
 */
function quoteBlock(quote, max = 4_000) {
    // Looked at as it will be printed: what is stripped may have stood inside a fence or a tag.
    const body = plainText(quote, max);
    if (!/`{3}|~{3}|<!--|<\/?(?:details|summary|table|thead|tbody|tr|td|th|img|a|iframe|script)\b/i.test(body)) {
        return codeBlock(quote, max);
    }
    const lines = body.split('\n').filter((line) => line.trim() !== '');
    return lines.map((line) => `<code>${inertMarkdown(line.trim())}</code>`).join('\n\n');
}
function separator(lines, index) {
    if (index === 0)
        return '';
    return isListItem(lines[index]) && isListItem(lines[index - 1]) ? '\n' : '\n\n';
}
function isListItem(line) {
    return line !== undefined && /^[-*] /.test(line);
}
function proseLine(line) {
    return isListItem(line) ? `- ${inlineText(line.slice(2), line.length)}` : inlineText(line, line.length);
}
function inertMarkdown(text) {
    // Emphasis and strikethrough only need care where Markdown is read.
    return inertCharacters(text)
        .replace(/~/g, '\\~')
        .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '&lowbar;');
}
function inertCharacters(text) {
    return (text
        .replace(/[&<>[\]`*|\\$]/g, (character) => ENTITIES[character] ?? character)
        .replace(/@/g, `&commat;${BREAK}`)
        .replace(/#/g, `&num;${BREAK}`)
        .replace(/(?<![A-Za-z0-9])(GH)-(?=\d)/gi, `$1-${BREAK}`)
        .replace(/:(?=[^\s\d])/g, `&colon;${BREAK}`)
        // After an underscore, too, which GitHub takes for the end of emphasis.
        .replace(/(www)\./gi, `$1&period;${BREAK}`));
}
/** A marker at the start of a line would open a list, a rule or a heading. */
function inertLineStart(text) {
    return text.replace(/^([-+=])/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
function withoutHalfPair(text) {
    return text.replace(/[\ud800-\udbff]$/, '');
}


/***/ }),

/***/ 9879:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ toJobSummary)
});

// EXTERNAL MODULE: ./src/types/result.ts
var types_result = __webpack_require__(8020);
// EXTERNAL MODULE: ./src/report/escape.ts
var report_escape = __webpack_require__(4031);
// EXTERNAL MODULE: ./src/report/markdown-parts.ts
var markdown_parts = __webpack_require__(1150);
// EXTERNAL MODULE: ./src/report/wording.ts
var wording = __webpack_require__(5594);
;// CONCATENATED MODULE: ./src/report/summary-ledger.ts



/** Shares of the job summary; see there. */
const BYTES = { hosts: 4_000, files: 12_000, checks: 6_000, neutralised: 12_000, missing: 8_000 };
const SHORT = 300;
const FILES = 200;
/** What left this machine and how the reviewer was kept in, each folded. */
function ledgerSections(report) {
    if ((0,wording/* isolationOf */._x)(report) === 'not-used')
        return [];
    return [egressSection(report.egress), isolationSection(report)];
}
function egressSection(egress) {
    const sent = egress.hosts.reduce((sum, host) => sum + host.bytesSent, 0);
    if (egress.hosts.length === 0 && egress.files.length === 0)
        return 'What left this machine: no request of the reviewer was recorded.';
    const title = `What left this machine: ${(0,wording/* dataSize */.Q3)(sent)} to ${(0,wording/* count */.U9)(egress.hosts.length, 'host')}, content of ${filesSent(egress)}`;
    return (0,markdown_parts/* folded */.TM)(title, (0,markdown_parts/* paragraphs */.qN)([hostTable(egress), fileList(egress)]));
}
function hostTable({ hosts }) {
    if (hosts.length === 0)
        return '';
    const refusals = hosts.some(({ refused }) => refused > 0);
    const lines = hosts.map(({ host, requests, refused, bytesSent, bytesReceived }) => {
        const numbers = [(0,wording/* grouped */.zD)(requests), ...(refusals ? [(0,wording/* grouped */.zD)(refused)] : [])];
        return `| ${[(0,report_escape/* codeSpan */.SS)(host, SHORT), ...numbers, (0,wording/* dataSize */.Q3)(bytesSent), (0,wording/* dataSize */.Q3)(bytesReceived)].join(' | ')} |`;
    });
    const header = ['Host', 'Requests', ...(refusals ? ['Refused'] : []), 'Sent', 'Received'];
    return (0,markdown_parts/* table */.tp)(header, (0,markdown_parts/* takeWithin */.Dh)(lines, BYTES.hosts), 'more host');
}
function fileList(egress) {
    const { kept } = (0,markdown_parts/* takeWithin */.Dh)(egress.files.slice(0, FILES).map((path) => `- ${(0,report_escape/* codeSpan */.SS)(path, SHORT)}`), BYTES.files);
    const list = { kept, left: egress.files.length - kept.length };
    return (0,markdown_parts/* paragraphs */.qN)([
        kept.length === 0
            ? 'Of no file is it known that its content was sent.'
            : 'Content was sent of these files, in whole or in part:',
        (0,markdown_parts/* rows */.Ge)(list, 'more file'),
        egress.filesComplete
            ? ''
            : '**The list may be incomplete:** not all of the files could be compared with what was sent.',
    ]);
}
function filesSent({ files, filesComplete }) {
    return `${filesComplete ? '' : 'at least '}${(0,wording/* count */.U9)(files.length, 'file')}`;
}
function isolationSection(report) {
    const { level, preflight } = report.isolation;
    const checks = preflight.length === 0 ? '' : `, ${(0,wording/* count */.U9)(preflight.length, 'check')} before the start`;
    const title = `Isolation: ${level}${checks}, checkout ${(0,wording/* proofWords */.GF)(report)}`;
    const passed = (0,markdown_parts/* takeWithin */.Dh)(preflight.map((check) => `- ${(0,report_escape/* inlineText */.ln)(check, SHORT)}`), BYTES.checks);
    return (0,markdown_parts/* folded */.TM)(title, (0,markdown_parts/* paragraphs */.qN)([
        `Level ${(0,report_escape/* codeSpan */.SS)(level)}: ${wording/* isolationWords */._2[level]}.`,
        preflight.length === 0 ? '' : `Proved before the model was asked:\n\n${(0,markdown_parts/* rows */.Ge)(passed, 'more check')}`,
        proofSentence(report),
        neutralisedTable(report.coverage),
        missingTable(report.coverage),
        leftOutNote(report.coverage),
    ]));
}
function proofSentence({ isolation: { proof } }) {
    const digests = `${(0,report_escape/* codeSpan */.SS)(proof.before.slice(0, 16))} before, ${(0,report_escape/* codeSpan */.SS)(proof.after.slice(0, 16))} after`;
    if (proof.before === '' && proof.unchanged)
        return 'The checkout was not compared.';
    return proof.unchanged
        ? `The checkout, its git directory included, is the same before and after the review (${(0,report_escape/* codeSpan */.SS)(proof.before.slice(0, 16))}).`
        : `**The checkout is not proven unchanged:** ${digests}.`;
}
const reasonWords = {
    'agent-config': 'configuration of coding agents',
    symlink: 'symbolic link, held as text',
    'unsafe-path': 'unsafe name',
    'case-collision': 'same name as another but for case',
};
function neutralisedTable({ neutralised }) {
    if (neutralised.length === 0)
        return '';
    const lines = neutralised.map(({ path, snapshotPath, reason, target }) => `| ${(0,report_escape/* codeSpan */.SS)(path, SHORT)} | ${snapshotPath === path ? 'the same' : (0,report_escape/* codeSpan */.SS)(snapshotPath, SHORT)} | ${reasonWords[reason]} | ${target === null ? '' : (0,report_escape/* codeSpan */.SS)(target, SHORT)} |`);
    const header = ['File', 'Name for the reviewer', 'Why', 'Points to'];
    return (0,markdown_parts/* paragraphs */.qN)([
        'The reviewer got these under another name or as text, so that nothing obeys or follows them:',
        (0,markdown_parts/* table */.tp)(header, (0,markdown_parts/* takeWithin */.Dh)(lines, BYTES.neutralised), 'more file'),
    ]);
}
function missingTable({ notInSnapshot }) {
    if (notInSnapshot.length === 0)
        return '';
    const lines = notInSnapshot.map(({ path, reason }) => `| ${(0,report_escape/* codeSpan */.SS)(path, SHORT)} | ${(0,report_escape/* inlineText */.ln)(reason, SHORT)} |`);
    return (0,markdown_parts/* paragraphs */.qN)([
        'The reviewer could not read these:',
        (0,markdown_parts/* table */.tp)(['File', 'Why'], (0,markdown_parts/* takeWithin */.Dh)(lines, BYTES.missing), 'more file'),
    ]);
}
function leftOutNote({ snapshotEntriesLeftOut }) {
    return snapshotEntriesLeftOut === 0
        ? ''
        : `${(0,wording/* count */.U9)(snapshotEntriesLeftOut, 'more file')} of these kinds that the change does not touch ${snapshotEntriesLeftOut === 1 ? 'is' : 'are'} not named.`;
}

// EXTERNAL MODULE: ./src/report/verdict-parts.ts
var verdict_parts = __webpack_require__(8600);
;// CONCATENATED MODULE: ./src/report/job-summary.ts






/** The runner drops a summary over 1 MiB as a whole (runner: FileCommandManager.cs); the parts below and the ledger stay under half. */
const job_summary_BYTES = {
    overview: 60_000,
    details: 160_000,
    unverified: 60_000,
    ownOverview: 12_000,
    ownBlocking: 30_000,
    ownDetails: 30_000,
    suppressed: 30_000,
    dismissed: 40_000,
    gone: 20_000,
    notes: 12_000,
    unreviewed: 30_000,
    excluded: 20_000,
    reviewers: 20_000,
};
const TITLE = 200;
const PROSE = 4_000;
const job_summary_SHORT = 300;
/** What blocks stands open, so that nobody has to click; of very many the rest is folded. */
const OPEN_DETAILS = 5;
/** Notices of our own code in sight; the rest is folded, so that they do not drown what reviewers found. */
const OWN_ROWS = 10;
/** The job summary as Markdown: the verdict first, then by whom, what, and what was not looked at. */
function toJobSummary(report, context) {
    const link = (0,verdict_parts/* linker */.cE)(report, context);
    const { grounded, unverified, own, suppressed } = (0,wording/* groupResults */.Wr)(report);
    const sections = [
        (0,verdict_parts/* verdictPart */.fS)(report),
        (0,verdict_parts/* reviewedBy */.d6)(report),
        resultSection(report, { grounded, link }),
        unverifiedSection(unverified, link),
        ownSection(own, link),
        suppressedSection(suppressed, link),
        dismissedSection(report.dismissed, link),
        goneSection(report, link),
        notReviewed(report),
        reviewersSection(report.reviewers),
        ...ledgerSections(report),
        notesSection(report.notes),
        footer(report),
    ];
    return `${(0,markdown_parts/* paragraphs */.qN)(sections)}\n`;
}
function resultSection(report, { grounded, link }) {
    if (grounded.length === 0)
        return '';
    const heading = report.conclusion === 'not-evaluated' ? '### Reported before the review stopped (incomplete)' : '### Results';
    const overview = (0,markdown_parts/* takeWithin */.Dh)(grounded.map((result) => (0,verdict_parts/* overviewRow */.g6)(result, link)), job_summary_BYTES.overview);
    const details = (0,markdown_parts/* takeWithin */.Dh)(detailsOf(grounded, link), job_summary_BYTES.details);
    return [
        heading,
        (0,markdown_parts/* table */.tp)(['Severity', 'Result', 'Where', 'Gate'], overview, 'more result'),
        (0,markdown_parts/* rows */.Ge)(details, 'more result', '\n\n'),
    ].join('\n\n');
}
function detailsOf(results, link) {
    return results.map((result, index) => {
        const summary = `${verdict_parts/* marks */.Z8[result.severity]} ${result.severity} · ${(0,report_escape/* htmlText */.js)(result.title, TITLE)}`;
        const body = detailBody(result, link);
        if (!result.blocking)
            return (0,markdown_parts/* folded */.TM)(summary, body);
        const open = index < OPEN_DETAILS ? '<details open>' : '<details>';
        return `${open}<summary><b>${summary}</b></summary>\n\n${body}\n\n</details>`;
    });
}
function detailBody(result, link) {
    const assumptions = result.assumptions.slice(0, 10).map((text) => `- ${(0,report_escape/* inlineText */.ln)(text, job_summary_SHORT)}`);
    return (0,markdown_parts/* paragraphs */.qN)([
        link(result),
        result.quote.trim() === '' ? '' : (0,report_escape/* quoteBlock */.Af)(result.quote, 2_000),
        (0,report_escape/* proseText */.lz)(result.message, PROSE),
        result.recommendation === null ? '' : `**What to do:** ${(0,report_escape/* proseText */.lz)(result.recommendation, PROSE)}`,
        assumptions.length === 0 ? '' : `**Assumes:**\n\n${assumptions.join('\n')}`,
        relatedPlaces(result, link),
        otherWordings(result),
        provenance(result),
    ]);
}
function relatedPlaces(result, link) {
    const places = result.related.slice(0, 10).map(({ path, region }) => link({ path, region, side: result.side }));
    return places.length === 0 ? '' : `**See also:** ${places.join(', ')}`;
}
function otherWordings({ alsoReportedAs }) {
    if (alsoReportedAs.length === 0)
        return '';
    const shown = alsoReportedAs
        .slice(0, 5)
        .map(({ reviewer: id, severity, ruleId, title }) => `- ${reporter(id)}, ${severity} ${ruleId}: ${(0,report_escape/* inlineText */.ln)(title, TITLE)}`);
    const left = alsoReportedAs.length - shown.length;
    const more = left === 0 ? [] : [`- ${(0,wording/* count */.U9)(left, 'more wording')} in the report file`];
    return `**Also reported as:**\n\n${[...shown, ...more].join('\n')}`;
}
function provenance(result) {
    const words = (0,report_escape/* inlineText */.ln)((0,wording/* blockingWords */.lH)(result), 800);
    const fingerprint = `Fingerprint ${(0,report_escape/* codeSpan */.SS)(result.fingerprint, 100)}.`;
    // Of a notice that does not block the section says it once.
    if ((0,types_result/* isOwnResult */.aR)(result))
        return result.blocking ? `${words} ${fingerprint}` : fingerprint;
    return `${words} Evidence: ${evidenceOf(result)}. ${fingerprint}`;
}
function evidenceOf(result) {
    const { found, confirmed, refuted } = result.agreement;
    const evidence = result.evidence.detail === null ? '' : ` (${(0,report_escape/* inlineText */.ln)(result.evidence.detail, job_summary_SHORT)})`;
    const votes = [
        ...(result.sincePreviousRun === null ? [] : [`${result.sincePreviousRun} since the last run`]),
        ...(found > 1 ? [`found by ${found}`] : []),
        ...(confirmed > 0 ? [`confirmed by ${confirmed}`] : []),
        ...(refuted > 0 ? [`refuted by ${refuted}`] : []),
    ];
    const parts = [
        `code ${result.evidence.status}${evidence}`,
        `confidence ${result.confidence}`,
        result.basis,
        ...(result.reviewers.length === 0 ? [] : [`reported by ${result.reviewers.map(reporter).join(', ')}`]),
        ...votes,
    ];
    return parts.join(', ');
}
function reporter(id) {
    const name = (0,wording/* reporterName */.Zf)(id);
    return name === id ? (0,report_escape/* codeSpan */.SS)(id, 60) : name;
}
function unverifiedSection(results, link) {
    if (results.length === 0)
        return '';
    const details = (0,markdown_parts/* takeWithin */.Dh)(detailsOf(results, link), job_summary_BYTES.unverified);
    return `### Not verified, never block\n\nThe code that these quote was not found as claimed. Read them as hints.\n\n${(0,markdown_parts/* rows */.Ge)(details, 'more result', '\n\n')}`;
}
function ownSection(results, link) {
    if (results.length === 0)
        return '';
    const overview = (0,markdown_parts/* takeWithin */.Dh)(results.slice(0, OWN_ROWS).map((result) => (0,verdict_parts/* overviewRow */.g6)(result, link)), job_summary_BYTES.ownOverview);
    return (0,markdown_parts/* paragraphs */.qN)([
        '### Noticed by model-stack itself',
        'Found by the code of this action, not by a model, so that a person looks. A notice blocks only where the configuration of the base branch raises its rule.',
        (0,markdown_parts/* table */.tp)(['Severity', 'Notice', 'Where', 'Gate'], { ...overview, left: 0 }, ''),
        ownDetails(results, { link, hidden: results.length - overview.kept.length }),
    ]);
}
/** What blocks stands open; the rest shares one fold. */
function ownDetails(results, { link, hidden }) {
    const blocking = (0,markdown_parts/* takeWithin */.Dh)(detailsOf(results.filter((result) => result.blocking), link), job_summary_BYTES.ownBlocking);
    const others = (0,markdown_parts/* takeWithin */.Dh)(results.filter((result) => !result.blocking).map((result) => ownDetail(result, link)), job_summary_BYTES.ownDetails);
    const title = hidden === 0 ? 'Details' : `Details, and ${(0,wording/* count */.U9)(hidden, 'more notice')}`;
    return (0,markdown_parts/* paragraphs */.qN)([
        (0,markdown_parts/* rows */.Ge)(blocking, 'more notice', '\n\n'),
        others.kept.length + others.left === 0 ? '' : (0,markdown_parts/* folded */.TM)(title, (0,markdown_parts/* rows */.Ge)(others, 'more notice', '\n\n')),
    ]);
}
function ownDetail(result, link) {
    return (0,markdown_parts/* paragraphs */.qN)([`**${(0,report_escape/* inlineText */.ln)(result.title, TITLE)}**`, detailBody(result, link)]);
}
function suppressedSection(results, link) {
    if (results.length === 0)
        return '';
    const lines = results.map(({ suppression, ...result }) => {
        const until = suppression?.expires === null ? '' : ` until ${(0,report_escape/* inlineText */.ln)(suppression?.expires ?? '', 40)}`;
        const owner = suppression?.owner === null ? '' : `, ${(0,report_escape/* inlineText */.ln)(suppression?.owner ?? '', 100)}`;
        const why = `${suppression?.kind ?? ''}${owner}${until}: ${(0,report_escape/* inlineText */.ln)(suppression?.reason ?? '', job_summary_SHORT)}`;
        return `| ${result.severity} | ${(0,report_escape/* inlineText */.ln)(result.title, TITLE)} | ${link(result)} | ${why} |`;
    });
    return (0,markdown_parts/* folded */.TM)(`Suppressed: ${(0,wording/* count */.U9)(results.length, 'result')}`, (0,markdown_parts/* table */.tp)(['Severity', 'Result', 'Where', 'Why'], (0,markdown_parts/* takeWithin */.Dh)(lines, job_summary_BYTES.suppressed), 'more result'));
}
function dismissedSection(results, link) {
    if (results.length === 0)
        return '';
    const lines = results.map((result) => `| ${result.severity} | ${(0,report_escape/* inlineText */.ln)(result.title, TITLE)} | ${link(result)} | ${(0,report_escape/* inlineText */.ln)(result.why, 600)} |`);
    return (0,markdown_parts/* folded */.TM)(`Dismissed after refutation: ${(0,wording/* count */.U9)(results.length, 'result')}`, (0,markdown_parts/* table */.tp)(['Severity', 'Result', 'Where', 'Refutation'], (0,markdown_parts/* takeWithin */.Dh)(lines, job_summary_BYTES.dismissed), 'more result'));
}
/** What an earlier run reported and this one does not: fixed, or no longer seen. */
function goneSection({ results }, link) {
    const gone = results.filter((result) => result.baselineState === 'absent');
    if (gone.length === 0)
        return '';
    const lines = gone.map((result) => `| ${result.severity} | ${(0,report_escape/* inlineText */.ln)(result.title, TITLE)} | ${link(result)} | ${(0,report_escape/* codeSpan */.SS)(result.fingerprint, 100)} |`);
    return (0,markdown_parts/* folded */.TM)(`No longer reported: ${(0,wording/* count */.U9)(gone.length, 'earlier result')}`, (0,markdown_parts/* table */.tp)(['Severity', 'Result', 'Where it was', 'Fingerprint'], (0,markdown_parts/* takeWithin */.Dh)(lines, job_summary_BYTES.gone), 'more result'));
}
function notesSection(notes) {
    if (notes.length === 0)
        return '';
    const lines = notes.map((note) => `- ${(0,report_escape/* inlineText */.ln)(note, 600)}`);
    return (0,markdown_parts/* folded */.TM)('Notes on this run', (0,markdown_parts/* rows */.Ge)((0,markdown_parts/* takeWithin */.Dh)(lines, job_summary_BYTES.notes), 'more note'));
}
function notReviewed(report) {
    const { unreviewed, excluded } = report.coverage;
    const counted = unreviewed.map(({ path, lines, reason }) => `| ${(0,report_escape/* codeSpan */.SS)(path, job_summary_SHORT)} | ${lines ?? 'unknown'} | ${(0,report_escape/* inlineText */.ln)(reason, job_summary_SHORT)} |`);
    const left = excluded.map(({ path, reason }) => `| ${(0,report_escape/* codeSpan */.SS)(path, job_summary_SHORT)} | ${(0,report_escape/* inlineText */.ln)(reason, job_summary_SHORT)} |`);
    return (0,markdown_parts/* paragraphs */.qN)([
        counted.length === 0
            ? ''
            : `### Not reviewed\n\n${(0,markdown_parts/* table */.tp)(['File', 'Changed lines', 'Why'], (0,markdown_parts/* takeWithin */.Dh)(counted, job_summary_BYTES.unreviewed), 'more file')}`,
        left.length === 0
            ? ''
            : (0,markdown_parts/* folded */.TM)(`Left out by the policy of the base branch: ${(0,wording/* count */.U9)(left.length, 'file')}`, (0,markdown_parts/* table */.tp)(['File', 'Why'], (0,markdown_parts/* takeWithin */.Dh)(left, job_summary_BYTES.excluded), 'more file')),
        report.rejected.length === 0
            ? ''
            : `${(0,wording/* count */.U9)(report.rejected.length, 'answer')} of a reviewer could not be accepted and ${report.rejected.length === 1 ? 'is' : 'are'} kept in the report file.`,
    ]);
}
function reviewersSection(reviewers) {
    if (reviewers.length === 0)
        return '';
    const lines = reviewers.map(reviewerRow);
    const header = ['Reviewer', 'Model', 'Outcome', 'Tokens in', 'Cached', 'Tokens out', 'Requests', 'Files read', 'Time'];
    return `### Reviewers, tokens and time\n\n${(0,markdown_parts/* table */.tp)(header, (0,markdown_parts/* takeWithin */.Dh)(lines, job_summary_BYTES.reviewers), 'more reviewer')}`;
}
function reviewerRow(reviewer) {
    const { usage, error } = reviewer;
    const outcome = error === null ? reviewer.status : `**${error.code}** ${(0,report_escape/* inlineText */.ln)(error.message, job_summary_SHORT)}`;
    const cells = [
        `${(0,report_escape/* codeSpan */.SS)(reviewer.id, 60)} (${(0,report_escape/* inlineText */.ln)(reviewer.role, 60)})`,
        `${(0,report_escape/* codeSpan */.SS)(reviewer.model, 100)} (${reviewer.family})`,
        `${outcome}${reviewer.waiver ? ', waiver' : ''}`,
        (0,wording/* grouped */.zD)(usage.inputTokens),
        (0,wording/* grouped */.zD)(usage.cachedInputTokens),
        (0,wording/* grouped */.zD)(usage.outputTokens),
        usage.requests ?? 'unknown',
        reviewer.filesRead.length,
        (0,wording/* duration */.p0)(reviewer.durationMs),
    ];
    return `| ${cells.join(' | ')} |`;
}
function footer(report) {
    // Where a reviewer ran, the section above says how it was isolated.
    const unused = (0,wording/* isolationOf */._x)(report) === 'not-used' ? `No reviewer was started; checkout ${(0,wording/* proofWords */.GF)(report)}. ` : '';
    return `${unused}${report.tool.name} ${(0,report_escape/* inlineText */.ln)(report.tool.version, 40)}.`;
}


/***/ }),

/***/ 9018:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ inertJsonInJob),
/* harmony export */   inertLogText: () => (/* binding */ inertLogText),
/* harmony export */   ix: () => (/* binding */ breakCommands),
/* harmony export */   vC: () => (/* binding */ inertInJob)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4031);

/** Every character sequence that some reader of the log takes for the end of a line. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
/** A mark that no workflow command starts with: the runner reads `::command::` only at the start of a line. */
const PREFIX = '│ ';
/** Foreign text as log lines that the runner cannot read as workflow commands, of either grammar. */
function inertLogText(text) {
    const lines = text.split(LINE_END);
    if (lines.length > 1 && lines.at(-1) === '')
        lines.pop();
    return lines.map((line) => `${PREFIX}${breakCommands((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .stripControls */ .$Y)(shorten(line)))}`);
}
/** Nobody reads a longer line, and a log viewer chokes on it. What is left out is said. */
const MAX_LINE_CHARACTERS = 64 * 1024;
function shorten(line) {
    if (line.length <= MAX_LINE_CHARACTERS)
        return line;
    return `${line.slice(0, MAX_LINE_CHARACTERS)} … (${line.length - MAX_LINE_CHARACTERS} characters more)`;
}
/** Breaks the runner's old command grammar, `##[command]`, which it reads anywhere in a line. */
function breakCommands(text) {
    return text.replaceAll('##[', '# #[');
}
/** What a runner trims from the start of a line before it looks for `::command::`. */
const COMMAND_START = /^[\s\u0085\ufeff]*::/;
/** A finished text whose layout must stay, for a job's log: only lines that the runner would take for a command get a mark. */
function inertInJob(text) {
    const lines = text.split('\n').map((line) => line.split(LINE_END).map(markCommand).join('\n'));
    return breakCommands(lines.join('\n'));
}
/** The same for JSON, which must stay the same value: no line of it starts with `::`. */
function inertJsonInJob(json) {
    return json.replaceAll('##[', '#\\u0023[');
}
function markCommand(line) {
    return COMMAND_START.test(line) ? `${PREFIX}${line}` : line;
}


/***/ }),

/***/ 1150:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dh: () => (/* binding */ takeWithin),
/* harmony export */   Ge: () => (/* binding */ rows),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   qN: () => (/* binding */ paragraphs),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5594);

/** The first of the items that fit into so many bytes. */
function takeWithin(items, bytes) {
    let used = 0;
    const over = items.findIndex((item) => {
        used += Buffer.byteLength(item) + 2;
        return used > bytes;
    });
    const kept = over === -1 ? items : items.slice(0, over);
    return { kept, left: items.length - kept.length };
}
/** A table, and under it how many rows were left out. */
function table(header, fitted, noun) {
    const head = `| ${header.join(' | ')} |\n|${header.map(() => '---|').join('')}`;
    return [[head, ...fitted.kept].join('\n'), leftNote(fitted, noun)].filter((part) => part !== '').join('\n\n');
}
/** The items one after the other, and how many were left out. */
function rows(fitted, noun, separator = '\n') {
    return paragraphs([fitted.kept.join(separator), leftNote(fitted, noun)]);
}
/** A folded part of the page; `summary` is HTML already. */
function folded(summary, body) {
    return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
/** The parts that are not empty, with a blank line between them. */
function paragraphs(parts) {
    return parts.filter((part) => part !== '').join('\n\n');
}
function leftNote(fitted, noun) {
    return fitted.left === 0
        ? ''
        : `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(fitted.left, noun)} left out here for length; the report file has everything.`;
}


/***/ }),

/***/ 8462:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ makeRedactor),
  a: () => (/* binding */ redactReport)
});

// EXTERNAL MODULE: ./src/types/report.ts + 1 modules
var types_report = __webpack_require__(1061);
// EXTERNAL MODULE: ./src/types/text-order.ts
var text_order = __webpack_require__(9675);
;// CONCATENATED MODULE: ./src/report/secret-windows.ts
/** A piece of a secret this long is worth hiding. */
const FRAGMENT = 12;
/** Shorter pieces turn up in any text by chance. */
const MIN_WINDOW = 6;
/** Three or six characters write one: `%41`, `\u0041`. */
const PERCENT_FRAGMENT = FRAGMENT * 3;
const ESCAPE_FRAGMENT = FRAGMENT * 5;
/** Hashes of the first characters of all windows; large enough to be almost empty. */
const TABLE_SIZE = 1 << 18;
/** `withoutFiller` is what the searched text goes through as well. */
function toSecretWindows(secrets, withoutFiller) {
    const sets = new Map();
    const table = new Uint8Array(TABLE_SIZE);
    for (const { text, cases } of secrets.flatMap((secret) => piecesOf(secret, withoutFiller))) {
        const length = text.length;
        if (length < MIN_WINDOW)
            continue;
        const set = sets.get(length) ?? { exact: new Set(), any: new Set() };
        sets.set(length, set);
        set[cases].add(cases === 'any' ? lowerCase(text) : text);
        table[hashOf([0, 1, 2, 3].map((index) => text.charCodeAt(index)))] = 1;
    }
    const lengths = [...sets].toSorted(([a], [b]) => b - a);
    return {
        longest: lengths[0]?.[0] ?? 0,
        lengthAt: (units, { text, start, end }) => {
            if (table[hashAt(units, start)] !== 1)
                return 0;
            const found = lengths.find(([length, { exact, any }]) => {
                const piece = start + length <= end ? text.slice(start, start + length) : '';
                return exact.has(piece) || any.has(lowerCase(piece));
            });
            return found?.[0] ?? 0;
        },
    };
}
function piecesOf(secret, withoutFiller) {
    const isShort = secret.length < FRAGMENT;
    return encodings(secret).flatMap(({ text, cases, length }) => windowsOf(text, isShort ? text.length : length).map((window) => ({ text: withoutFiller(window), cases })));
}
function windowsOf(text, length) {
    if (text.length <= length)
        return [text];
    return Array.from({ length: text.length - length + 1 }, (_, start) => text.slice(start, start + length));
}
function encodings(secret) {
    const bytes = Buffer.from(secret, 'utf8');
    const hex = bytes.toString('hex');
    const base64 = [0, 1, 2].map((offset) => innerBase64(bytes, offset));
    const short = [
        secret,
        reverse(secret),
        rotate13(secret),
        ...base64,
        ...base64.map(toUrlAlphabet),
        ...base64.map(reverse),
        secret.toLowerCase(),
        secret.toUpperCase(),
        encodeURIComponent(secret.replace(/\p{Cs}/gu, '\ufffd')),
        JSON.stringify(secret).slice(1, -1),
    ];
    const percent = hex.replace(/../g, '%$&');
    const escapes = [...secret].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0'));
    return [
        ...short.map((text) => ({ text, cases: 'exact', length: FRAGMENT })),
        { text: hex, cases: 'any', length: FRAGMENT },
        { text: percent, cases: 'any', length: PERCENT_FRAGMENT },
        // The backslash is filler, so `\u0041` is looked for as `u0041`.
        { text: escapes.map((code) => `u${code}`).join(''), cases: 'any', length: ESCAPE_FRAGMENT },
    ];
}
/** The base64 characters that depend on the secret alone when `offset` bytes stand before it. */
function innerBase64(bytes, offset) {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
        .toString('base64')
        .replace(/=+$/, '');
    const complete = Math.floor((offset + bytes.length) / 3) * 4;
    const first = offset === 0 ? 0 : offset + 1;
    return encoded.slice(first, Math.max(complete, first));
}
function toUrlAlphabet(text) {
    return text.replaceAll('+', '-').replaceAll('/', '_');
}
function reverse(text) {
    return [...text].reverse().join('');
}
function rotate13(text) {
    return text.replace(/[a-z]/gi, (letter) => {
        const base = letter <= 'Z' ? 65 : 97;
        return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
    });
}
function hashAt(units, start) {
    let hash = 0;
    for (let index = start; index < start + 4; index++)
        hash = (hash * 31 + lowerCode(units[index] ?? 0)) % TABLE_SIZE;
    return hash;
}
function hashOf(codes) {
    return hashAt(Uint16Array.from(codes), 0);
}
/** ASCII only, so that no text changes its length. */
function lowerCase(text) {
    return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
function lowerCode(code) {
    return code >= 65 && code <= 90 ? code + 32 : code;
}

;// CONCATENATED MODULE: ./src/report/secret-scan.ts

/** Keys that we were not told of. Each starts with a literal, so that a search is linear. */
const UNKNOWN_KEYS = new RegExp([
    '(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{20,}',
    'ghs_[A-Za-z0-9._-]{36,}',
    'gh[opru]_[A-Za-z0-9]{36,}',
    'github_pat_[A-Za-z0-9_]{22,}',
    '(?<![A-Za-z0-9])(?:AKIA|ASIA)[0-9A-Z]{16}(?![0-9A-Za-z])',
    'xox[abeoprs]-[A-Za-z0-9-]{10,}',
    'AIza[A-Za-z0-9_-]{35}',
    'glpat-[A-Za-z0-9_-]{20,}',
    'npm_[A-Za-z0-9]{36}',
].join('|'), 'g');
/** What a sink strips: control sequences, controls, what cannot be seen. A key must not come together there. */
const STRIPPED = /\u001b\[[0-?]*[ -/]*[@-~]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
/** What a model could put between the characters of a secret: white space, markup, quotes, what cannot be seen. */
const FILLER = /[\s*_~`|\\"'+,<>()[\]{}\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\u2800\ufffd]/u;
/** ASCII that is neither filler nor the start of an escape. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) => (/[A-Za-z0-9\-./:=!@#$^?;]/.test(secret_scan_char(code)) ? 1 : 0));
const CONTROL_SEQUENCE = /\u001b\[[0-?]*[ -/]*[@-~]/y;
const ESCAPE = /%([0-9a-f]{2})|\\+u([0-9a-f]{4})|\\+u\{([0-9a-f]{1,8})\}|\\+x([0-9a-f]{2})|&#x([0-9a-f]{1,12});?|&#(\d{1,12});?/iy;
/** Characters without filler that are looked at together; bounds the memory. */
const BLOCK = 1 << 16;
/** Finds secrets in a text: as they are, encoded, in long pieces, with filler between, and key-like text. Sorted, disjoint. */
function makeSecretScan(secrets) {
    const windows = toSecretWindows(secrets, withoutFiller);
    return (text) => {
        const exact = secrets.flatMap((secret) => rangesOf(text, secret));
        const dense = windows.longest === 0 ? [] : scan(text, { windows, escapes: 'kept' });
        const decoded = windows.longest === 0 || !mayHoldEscapes(text) ? [] : scan(text, { windows, escapes: 'decoded' });
        return merge([...[exact, dense, decoded, unknownKeys(text)].flat()]);
    };
}
function rangesOf(text, secret) {
    const ranges = [];
    for (let at = text.indexOf(secret); at !== -1; at = text.indexOf(secret, at + secret.length)) {
        append(ranges, at, at + secret.length);
    }
    return ranges;
}
function unknownKeys(text) {
    const { kept, cuts } = withoutStripped(text);
    const ranges = [];
    let cut = 0;
    const original = (index) => {
        while (cut < cuts.length && (cuts[cut]?.at ?? 0) <= index)
            cut++;
        return index + (cuts[cut - 1]?.removed ?? 0);
    };
    for (const match of kept.matchAll(UNKNOWN_KEYS)) {
        const start = original(match.index);
        append(ranges, start, original(match.index + match[0].length - 1) + 1);
    }
    return ranges;
}
/** Match by match, because V8 aborts the process when it has to collect some forty million matches at once. */
function withoutStripped(text) {
    const cuts = [];
    const parts = [];
    let removed = 0;
    let from = 0;
    for (const { index, 0: match } of text.matchAll(STRIPPED)) {
        const at = index - removed;
        removed += match.length;
        const last = cuts.at(-1);
        if (last?.at === at)
            last.removed = removed;
        else
            cuts.push({ at, removed });
        if (index > from)
            parts.push(text.slice(from, index));
        from = index + match.length;
    }
    parts.push(text.slice(from));
    return { kept: parts.join(''), cuts };
}
function mayHoldEscapes(text) {
    return /%[0-9a-f]{2}|\\[ux]|&#|[\u{e0020}-\u{e007e}\uff01-\uff5e]/iu.test(text);
}
function scan(text, { windows, escapes }) {
    const size = Math.min(BLOCK + windows.longest, text.length);
    const block = {
        units: new Uint16Array(size),
        starts: new Uint32Array(size),
        ends: new Uint32Array(size),
        length: 0,
    };
    const ranges = [];
    for (let at = 0; at < text.length;) {
        at = fill(block, { text, at, escapes });
        // A window that reaches over the end of the block is looked for in the next one.
        const until = at < text.length ? block.length - windows.longest + 1 : block.length;
        findWindows(block, { windows, until, ranges });
        keepFrom(block, until);
    }
    return ranges;
}
/** Reads characters until the block is full; returns where it stopped. */
function fill(block, from) {
    const { text } = from;
    let at = from.at;
    while (at < text.length && block.length < block.units.length) {
        let code = text.charCodeAt(at);
        let end = at + 1;
        if (PLAIN[code] !== 1) {
            const decoded = from.escapes === 'decoded' ? decodeAt(text, at) : undefined;
            const skipped = decoded === undefined ? fillerEnd(text, at) : at;
            if (decoded !== undefined)
                [code, end] = decoded;
            if (skipped > at || (decoded !== undefined && FILLER.test(secret_scan_char(code)))) {
                at = Math.max(skipped, end);
                continue;
            }
        }
        block.units[block.length] = code;
        block.starts[block.length] = at;
        block.ends[block.length] = end;
        block.length++;
        at = end;
    }
    return at;
}
/** The end of the filler at this place; the place itself where there is none. */
function fillerEnd(text, at) {
    CONTROL_SEQUENCE.lastIndex = at;
    if (CONTROL_SEQUENCE.test(text))
        return CONTROL_SEQUENCE.lastIndex;
    const character = secret_scan_char(text.codePointAt(at) ?? 0);
    return FILLER.test(character) ? at + character.length : at;
}
/** The character that an escape, tag or full-width form stands for, and the end of that form. */
function decodeAt(text, at) {
    const code = text.codePointAt(at) ?? 0;
    if (code >= 0xe0020 && code <= 0xe007e)
        return [code - 0xe0000, at + 2];
    if (code >= 0xff01 && code <= 0xff5e)
        return [code - 0xfee0, at + 1];
    ESCAPE.lastIndex = at;
    const match = ESCAPE.exec(text);
    if (match === null)
        return undefined;
    const [, percent, unicode, braced, hex, hexEntity, entity] = match;
    const digits = percent ?? unicode ?? braced ?? hex ?? hexEntity;
    const value = digits === undefined ? Number(entity) : Number.parseInt(digits, 16);
    return [Math.min(value, 0xfffd), ESCAPE.lastIndex];
}
function findWindows(block, found) {
    const { windows, until, ranges } = found;
    const text = Buffer.from(block.units.buffer, 0, block.length * 2).toString('utf16le');
    for (let start = 0; start < until; start++) {
        const length = windows.lengthAt(block.units, { text, start, end: block.length });
        if (length > 0)
            append(ranges, block.starts[start] ?? 0, block.ends[start + length - 1] ?? 0);
    }
}
function keepFrom(block, start) {
    for (const list of [block.units, block.starts, block.ends])
        list.copyWithin(0, start, block.length);
    block.length -= start;
}
function withoutFiller(text) {
    return [...text].filter((character) => !FILLER.test(character)).join('');
}
/** Ranges of one pass come in the order of their starts. */
function append(ranges, start, end) {
    const last = ranges.at(-1);
    if (last !== undefined && start <= last[1])
        ranges[ranges.length - 1] = [last[0], Math.max(last[1], end)];
    else
        ranges.push([start, end]);
}
function merge(ranges) {
    const merged = [];
    for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0]))
        append(merged, start, end);
    return merged;
}
function secret_scan_char(code) {
    return String.fromCodePoint(code);
}

;// CONCATENATED MODULE: ./src/report/redact.ts



const MARK = '[redacted]';
/** As long as the mark, and part of no secret: its own letters must not count as a secret's. */
const BARRIER = '\ufffc'.repeat(MARK.length);
/** Shorter values are not secrets, and replacing them would tear every text apart. */
const MIN_SECRET = 4;
/** A function that replaces the secrets, their usual encodings, long pieces of both, and key-like text. */
function makeRedactor(secrets) {
    const known = [...new Set(secrets.map((secret) => secret.trim()))].filter((secret) => secret.length >= MIN_SECRET);
    const ranges = makeSecretScan(known);
    return Object.assign((text) => replaceRanges(text, ranges(text)), { ranges });
}
/**
 * The report with every free text redacted, also what is spread over several fields; closed words, commit ids and
 * fingerprints stay.
 */
function redactReport(report, redact) {
    const fields = [];
    mapTexts(report, '', (field) => {
        fields.push(field);
        return field.text;
    });
    const redacted = hideAcross(fields.map(redactField(redact)), redact);
    let next = 0;
    return types_report/* Report */.pl.parse(mapTexts(report, '', (field) => redacted[next++]?.text ?? field.text));
}
function redactField(redact) {
    return ({ key, text }) => ({ key, text: redact(text) });
}
/** Pieces that only together give a secret away: in the order of the report, and down the fields of one name. */
function hideAcross(fields, redact) {
    if (!('ranges' in redact))
        return fields;
    const inOrder = fields.map((_, index) => index);
    const byKey = inOrder.toSorted((a, b) => (0,text_order/* compareText */.n)(fields[a]?.key ?? '', fields[b]?.key ?? '') || a - b);
    return [inOrder, byKey].reduce((known, order) => hideAlong(known, order, redact.ranges), fields);
}
function hideAlong(fields, order, findRanges) {
    const ranges = findRanges(order.map((index) => (fields[index]?.text ?? '').replaceAll(MARK, BARRIER)).join('\n'));
    const result = [...fields];
    let start = 0;
    let first = 0;
    for (const index of order) {
        const field = fields[index] ?? { key: '', text: '' };
        const end = start + field.text.length;
        while (first < ranges.length && (ranges[first]?.[1] ?? 0) <= start)
            first++;
        const own = [];
        for (let at = first; at < ranges.length && (ranges[at]?.[0] ?? 0) < end; at++) {
            const [from, to] = ranges[at] ?? [0, 0];
            own.push([Math.max(from, start) - start, Math.min(to, end) - start]);
        }
        result[index] = { key: field.key, text: replaceRanges(field.text, own) };
        start = end + 1;
    }
    return result;
}
/** Fields that hold our own closed words or hashes. */
const CLOSED_FIELDS = new Set([
    ...['tool', 'conclusion', 'kind', 'mode', 'base', 'head', 'mergeBase', 'family', 'families', 'status', 'code'],
    ...['ruleId', 'severity', 'confidence', 'basis', 'triage', 'side', 'baselineState', 'level', 'fingerprint', 'proof'],
]);
/** `reason` is free text in some places and one of these words in another. */
const closedReasons = new Set(types_report/* neutralisedReasons */.yH);
function isClosed(key, value) {
    return CLOSED_FIELDS.has(key) || (key === 'reason' && closedReasons.has(value));
}
function mapTexts(value, key, map) {
    if (typeof value === 'string')
        return map({ key, text: value });
    if (Array.isArray(value))
        return value.map((item) => mapTexts(item, key, map));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [
        name,
        isClosed(name, field) ? field : mapTexts(field, name, map),
    ]));
}
function replaceRanges(text, ranges) {
    if (ranges.length === 0)
        return text;
    const parts = [];
    let from = 0;
    for (const [start, end] of ranges) {
        parts.push(text.slice(from, start), MARK);
        from = end;
    }
    parts.push(text.slice(from));
    return parts.join('');
}


/***/ }),

/***/ 2153:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ encodePath),
/* harmony export */   p: () => (/* binding */ isSafePath)
/* harmony export */ });
/**
 * True for a repository-relative path that no reader can take for another place: no scheme, drive, root, backslash,
 * control character, and no segment that is empty or leads upwards, not even when it is percent-decoded.
 */
function isSafePath(path) {
    if (path === '' || path.length > 4096 || /[\u0000-\u001f\u007f-\u009f\\]|\p{Cs}/u.test(path))
        return false;
    if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(path))
        return false;
    return path.split('/').every((segment) => !/^(?:|\.|\.\.|\.git)$/i.test(decodeDots(segment)));
}
/** A safe path as a URI reference; every character outside the unreserved ones is percent-encoded. */
function encodePath(path) {
    return path.split('/').map(encodeSegment).join('/');
}
function encodeSegment(segment) {
    return encodeURIComponent(segment).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
function decodeDots(segment) {
    return segment.replace(/%2e/gi, '.');
}


/***/ }),

/***/ 5326:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xK: () => (/* binding */ sarifPieces),
  BC: () => (/* binding */ sarifText)
});

// UNUSED EXPORTS: toSarif

// EXTERNAL MODULE: ./src/baseline/sarif-rule.ts
var sarif_rule = __webpack_require__(2513);
// EXTERNAL MODULE: ./src/types/result.ts
var types_result = __webpack_require__(8020);
// EXTERNAL MODULE: ./src/types/rule.ts
var rule = __webpack_require__(5747);
;// CONCATENATED MODULE: ./src/report/catalogue.ts

/** The one mapping from severity to level; code scanning fails a check on errors. */
const levels = {
    critical: 'error',
    high: 'error',
    medium: 'warning',
    low: 'note',
};
/** GitHub's bands: over 9.0 critical, 7.0 to 8.9 high, 4.0 to 6.9 medium, below low. */
const securitySeverities = {
    critical: '9.5',
    high: '8.0',
    medium: '5.5',
    low: '2.5',
};
const wordings = {
    correctness: {
        name: 'CorrectnessDefect',
        short: 'The changed code computes or does the wrong thing',
        full: 'For some input or state the changed code gives a wrong value, takes the wrong branch or skips work that it must do.',
        help: 'Find the input or state that the message names and write a test that fails on it. Correct the code until the test passes, and check the callers that relied on the old behaviour.',
        level: 'error',
    },
    security: {
        name: 'SecurityDefect',
        short: 'The change lets someone do or see what they must not',
        full: 'An attacker, or data that an attacker controls, reaches an operation, a secret or other data that the code should protect.',
        help: 'Follow the data from where it enters to the quoted line. Validate or encode it at the boundary, check the permission next to the operation, and keep secrets out of logs and replies. Add a test that tries the attack.',
        level: 'error',
    },
    concurrency: {
        name: 'ConcurrencyDefect',
        short: 'The result depends on timing',
        full: 'Two flows can interleave so that state is lost, seen half written, or waited for without end.',
        help: 'Write down the interleaving that the message describes. Make the step atomic, hold one lock in one order, or remove the shared state; await what must be done before the next step.',
        level: 'error',
    },
    'error-handling': {
        name: 'ErrorHandling',
        short: 'A failure is lost, hidden or answered wrongly',
        full: 'An error is swallowed, turned into a success, retried without bound or reported without what is needed to act on it.',
        help: 'Let the failure reach someone who can act: rethrow with its cause, return it as a value, or handle it where the recovery is known. Test the failing path.',
        level: 'warning',
    },
    'data-loss': {
        name: 'DataLoss',
        short: 'Data can be lost or damaged',
        full: 'Stored data is overwritten, deleted, truncated or migrated in a way that cannot be undone.',
        help: 'Make the step reversible or transactional: write beside and rename, back up before a migration, restrict what a delete selects. Rehearse it on a copy before it ships.',
        level: 'error',
    },
    resource: {
        name: 'ResourceHandling',
        short: 'A resource is leaked or grows without bound',
        full: 'A file, connection, process, timer or memory is not released on every path, or its use has no upper limit.',
        help: 'Release the resource in a finally block or with the construct that the language has for it, on the failing path too, and give every queue, cache and buffer a limit.',
        level: 'warning',
    },
    contract: {
        name: 'BrokenContract',
        short: 'The change breaks what others rely on',
        full: 'A public interface, format, plan or documented behaviour is no longer kept.',
        help: 'Keep the old behaviour, or change the contract in the open: version it, update its documentation and every user, and say how to migrate.',
        level: 'error',
    },
    integration: {
        name: 'BrokenIntegration',
        short: 'Parts that must fit together do not',
        full: 'A caller, an implementation, a configuration or another service was not changed along with this code.',
        help: 'Look up the other side that the message names and bring both in line in the same change. Add a test that runs them together.',
        level: 'error',
    },
    performance: {
        name: 'PerformanceRegression',
        short: 'The change is needlessly slow or costly',
        full: 'Work grows faster than its input, is repeated in a loop, or blocks what should go on.',
        help: 'Measure with an input of realistic size. Move work out of the loop, batch it, add the index that it needs, or bound the input.',
        level: 'warning',
    },
    'test-gap': {
        name: 'TestGap',
        short: 'Changed behaviour is not tested',
        full: 'A behaviour that this change adds or alters would break without any test failing.',
        help: 'Add a test that fails when the behaviour in the message is broken, and see it fail once before you trust it.',
        level: 'note',
    },
    'config-ci': {
        name: 'ConfigurationAndCi',
        short: 'Build, deployment or configuration is wrong',
        full: 'A workflow, build script, image, permission or setting does not do what it is there for, or does more.',
        help: 'Check the setting against the documentation of the tool at the version in use. Give workflows the least permissions and pin what they run.',
        level: 'warning',
    },
    docs: {
        name: 'Documentation',
        short: 'Documentation and code disagree',
        full: 'A comment, guide or example says something that the code does not do.',
        help: 'Decide which of the two is right and change the other in the same commit.',
        level: 'note',
    },
    injection: {
        name: 'ReviewerInjection',
        short: 'The change holds text that tries to steer an AI reviewer',
        full: 'Text in the change reads as an instruction to a model: to ignore rules, approve, run a command or reveal data. Reported by a reviewer, or by the action itself where the words are plain; nobody obeys it.',
        help: 'Ask why the text is there. Remove it, or, where it is legitimate test data or documentation, say so in a suppression with a reason.',
        level: 'warning',
    },
    'hidden-unicode': {
        name: 'HiddenUnicode',
        short: 'The change holds characters that a reader cannot see',
        full: 'Bidirectional controls, zero-width or tag characters make code or text read differently from what a machine executes.',
        help: 'Show the line with its code points (for example with hexdump -C) and remove the invisible characters. Where they are needed, write them as escapes. The reviewer was shown them as visible escapes. Found by the action itself, not by a model; to make it block, raise it under own-results in the configuration.',
        level: 'note',
    },
    policy: {
        name: 'ReviewPolicyChange',
        short: 'The change alters the policy of this review',
        full: 'The configuration, suppressions or workflow of the review is changed. The change takes effect only after merge.',
        help: 'Have someone who answers for the policy read this part of the change: does it lower a threshold, leave out paths or suppress results? This review was done by the policy of the base branch. Protect the files with CODEOWNERS or a ruleset. Found by the action itself, not by a model; to make it block, raise it under own-results in the configuration.',
        level: 'note',
    },
    'agent-config': {
        name: 'AgentConfiguration',
        short: 'The change alters instructions or tools of coding agents',
        full: 'Files that coding agents load on their own were changed, such as instructions, hooks, skills or tool servers.',
        help: 'Read the change as you would read a script that runs on every developer machine: what does it allow, run or fetch? The reviewer did not load it; it could read it as text under another name. Found by the action itself, not by a model; to make it block, raise it under own-results in the configuration.',
        level: 'note',
    },
};
/** Every rule that a SARIF file of ours can name, in a fixed order. Closed, because code scanning keys alerts on it. */
const catalogue = Object.entries(wordings).flatMap(([id, wording]) => id === 'security'
    ? [plainRule(id, wording), ...rule/* severities */.gO.map((severity) => securityRule(severity, wording))]
    : [plainRule(id, wording)]);
/** The plain `security` rule carries what is not proven: no `security` tag and no rank in the security tab. */
function plainRule(id, wording) {
    return {
        id,
        ...wording,
        level: id === 'security' ? 'note' : wording.level,
        tags: ['model-review', `model-review/${id}`],
        precision: id === 'security' ? 'low' : 'medium',
        securitySeverity: undefined,
    };
}
function securityRule(severity, wording) {
    return {
        id: `security/${severity}`,
        ...wording,
        name: `${wording.name}${severity.charAt(0).toUpperCase()}${severity.slice(1)}`,
        short: `${wording.short} (${severity})`,
        level: levels[severity],
        tags: ['security', 'model-review', 'model-review/security'],
        precision: 'high',
        securitySeverity: securitySeverities[severity],
    };
}

// EXTERNAL MODULE: ./src/report/escape.ts
var report_escape = __webpack_require__(4031);
// EXTERNAL MODULE: ./src/report/safe-path.ts
var safe_path = __webpack_require__(2153);
// EXTERNAL MODULE: ./src/report/wording.ts
var wording = __webpack_require__(5594);
;// CONCATENATED MODULE: ./src/report/sarif.ts






const INFORMATION_URI = 'https://github.com/org/model-stack-action';
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
/** GitHub shows the top 5,000 results of a run and refuses more than 25,000 (docs: sarif-limits). */
const SHOWN_RESULTS = 5_000;
const MAX_RESULTS = 25_000;
/** GitHub keeps 100 locations of a result and refuses more than 1,000 (docs: sarif-limits). */
const RELATED_LOCATIONS = 20;
const ALL_RELATED_LOCATIONS = 50_000;
/** Other wordings that the message names by their titles. */
const NAMED_WORDINGS = 5;
/** Names 255, descriptions 1,024 characters (docs: sarif-support). Ours are shorter; the test holds them to it. */
const MESSAGE_CHARACTERS = 4_000;
/** All messages together, so that the gzip file stays below GitHub's 10 MB whatever they hold. */
const ALL_MESSAGES_CHARACTERS = 4_000_000;
const NOTIFICATION_CHARACTERS = 1_000;
const NOTIFICATIONS = 200;
/** The SARIF file as text. */
function sarifText(report, context) {
    return [...sarifPieces(report, context)].join('');
}
/** Short-lived strings cost least; whoever takes the pieces may put them together. */
const PIECE_CHARACTERS = 8 * 1024;
/** The same text in pieces, made one after the other, so that a large file can be compressed while it is written. */
function* sarifPieces(report, context) {
    const { run, results } = toRun(report, context);
    const head = JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, undefined, 2);
    const end = head.lastIndexOf('}', head.lastIndexOf(']'));
    yield `${head.slice(0, end).trimEnd()},\n      "results": [`;
    yield* listPieces(results);
    yield `]\n    ${head.slice(end)}\n`;
}
/** The elements of a JSON list, without its brackets. */
function* listPieces(elements) {
    let piece = '';
    let separator = '\n';
    for (const element of elements) {
        piece += separator;
        piece += JSON.stringify(element);
        separator = ',';
        if (piece.length < PIECE_CHARACTERS)
            continue;
        yield piece;
        piece = '';
    }
    if (piece !== '')
        yield piece;
}
/** The report as one SARIF 2.1.0 run within GitHub's limits; what had to be left out is said in a notification. */
function toSarif(report, context) {
    const { run, results } = toRun(report, context);
    return { $schema: SCHEMA, version: '2.1.0', runs: [{ ...run, results: [...results] }] };
}
function toRun(report, context) {
    const present = report.results.filter((result) => result.baselineState !== 'absent');
    const uriOf = remember(uriOfPath);
    const located = present.filter(({ path }) => uriOf(path) !== undefined && (context.paths === undefined || context.paths.has(path)));
    const kept = (0,wording/* worstFirst */.md)(located).slice(0, MAX_RESULTS);
    const [unlocated, cut] = [present.length - located.length, located.length - kept.length];
    const run = {
        tool: { driver: toDriver(report) },
        automationDetails: { id: `${(0,report_escape/* singleLine */.pF)(context.category, 200)}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [
            {
                executionSuccessful: report.conclusion !== 'not-evaluated',
                toolExecutionNotifications: notifications(report, { kept: kept.length, cut, unlocated }),
            },
        ],
        properties: {
            conclusion: report.conclusion,
            coveragePercent: report.coverage.percent,
            isolation: (0,wording/* isolationOf */._x)(report),
            replayed: report.replayed,
        },
    };
    return { run, results: toResults(kept, { report, uriOf, nameOf: remember(nameOfReviewer), ...shareOf(kept.length) }) };
}
function toDriver({ tool }) {
    return {
        name: tool.name,
        informationUri: INFORMATION_URI,
        semanticVersion: tool.version,
        rules: catalogue.map(toDescriptor),
    };
}
function* toResults(kept, context) {
    for (const result of kept)
        yield toResult(result, context);
}
function toDescriptor(rule) {
    const security = rule.securitySeverity !== undefined;
    return {
        id: rule.id,
        name: rule.name,
        shortDescription: { text: rule.short },
        fullDescription: { text: rule.full },
        help: { text: rule.help, markdown: `**${rule.short}.** ${rule.full}\n\n${rule.help}` },
        defaultConfiguration: { level: rule.level },
        properties: {
            tags: [...rule.tags],
            precision: rule.precision,
            ...(security
                ? { 'security-severity': rule.securitySeverity }
                : { 'problem.severity': rule.level === 'note' ? 'recommendation' : rule.level }),
        },
    };
}
/** All results together stay below GitHub's size, however many there are and whatever they say. */
function shareOf(results) {
    const each = Math.max(1, results);
    return {
        cap: Math.min(MESSAGE_CHARACTERS, Math.floor(ALL_MESSAGES_CHARACTERS / each)),
        relatedLocations: Math.min(RELATED_LOCATIONS, Math.floor(ALL_RELATED_LOCATIONS / each)),
    };
}
/** Remembers what was made of a text: many results stand in few files and come from few reviewers. */
function remember(make) {
    const all = new Map();
    return (text) => {
        const known = all.get(text);
        if (known !== undefined)
            return known.made;
        const made = make(text);
        all.set(text, { made });
        return made;
    };
}
/** Undefined for a path that no reader may follow. */
function uriOfPath(path) {
    return (0,safe_path/* isSafePath */.p)(path) ? (0,safe_path/* encodePath */.O)(path) : undefined;
}
function nameOfReviewer(reviewer) {
    return (0,report_escape/* singleLine */.pF)(reviewer, 100);
}
/** Members are added in turn, not spread into copies, because there may be 25,000 results. */
function toResult(result, context) {
    const ruleId = filedUnder(result);
    const made = {
        ruleId,
        ruleIndex: ruleIndexes.get(ruleId) ?? -1,
        level: levelOf(result),
        message: { text: messageOf(result, context) },
        locations: [{ physicalLocation: physicalLocation(result, context.uriOf(result.path) ?? '') }],
        partialFingerprints: { primaryLocationLineHash: result.fingerprint },
    };
    const related = relatedOf(result, context);
    if (related.length > 0)
        made.relatedLocations = related;
    const suppressions = suppressionsOf(result, context.report);
    if (suppressions.length > 0)
        made.suppressions = suppressions;
    made.properties = {
        severity: result.severity,
        confidence: result.confidence,
        basis: result.basis,
        evidence: result.evidence.status,
        reviewers: result.reviewers.map(context.nameOf),
        blocking: result.blocking,
        baselineState: result.baselineState,
    };
    return made;
}
const ruleIndexes = new Map(catalogue.map(({ id }, index) => [id, index]));
/** The rule that code scanning has it under, as far as that is one of its own; what is not proven gets no rank. */
function filedUnder(result) {
    const known = (0,types_result/* isProven */.nn)(result) && (0,sarif_rule/* isSarifRuleOf */.N)(result.ruleId, result.sarifRuleId);
    return known ? result.sarifRuleId : (0,sarif_rule/* sarifRuleId */.p)(result);
}
function levelOf(result) {
    return (0,types_result/* isProven */.nn)(result) ? levels[result.severity] : 'note';
}
/**
 * One line, because an alert shows in a pull request only when all its lines are in the diff. Removed code and code that
 * was not found have no line at head that we could prove to exist, so they stand at line 1 and the message says where.
 */
function physicalLocation(result, uri) {
    const placed = result.side === 'new' && result.evidence.status !== 'unverified';
    const line = placed ? result.region.startLine : 1;
    const width = placed && (0,wording/* isFound */.ZN)(result) ? firstLineWidth(result.quote) : 0;
    return {
        artifactLocation: { uri },
        region: { startLine: line, startColumn: 1, endLine: line, endColumn: Math.max(2, width + 1) },
    };
}
function firstLineWidth(text) {
    const end = text.search(/[\r\n]/);
    return end === -1 ? text.length : end;
}
function relatedOf({ related }, { relatedLocations, uriOf }) {
    const locations = [];
    for (const { path, quote, region } of related) {
        if (locations.length === relatedLocations)
            break;
        const uri = uriOf(path);
        if (uri === undefined)
            continue;
        locations.push({
            id: locations.length + 1,
            message: { text: withoutLinks((0,report_escape/* singleLine */.pF)(quote, 300)) || 'Related code' },
            physicalLocation: {
                artifactLocation: { uri },
                region: { startLine: region.startLine, startColumn: 1, endLine: region.startLine, endColumn: 2 },
            },
        });
    }
    return locations;
}
function messageOf(result, { cap }) {
    const { severity, confidence, evidence } = result;
    const reporters = (0,report_escape/* singleLine */.pF)(result.reviewers.map(wording/* reporterName */.Zf).join(', '), 200) || (0,wording/* reporterName */.Zf)(types_result/* ownReviewer */.sR);
    const last = `Severity ${severity}, confidence ${confidence}, code ${evidence.status}, reported by ${reporters}.`;
    return `${withoutLinks((0,report_escape/* plainText */.wh)(bodyOf(result, 2 * cap), Math.max(100, cap - last.length)))}\n\n${last}`;
}
/** Not more of foreign text than could be shown. */
function bodyOf(result, most) {
    const { title, message, recommendation } = result;
    const parts = [(0,report_escape/* singleLine */.pF)(title, 300), placeNote(result), message.slice(0, most)];
    if (recommendation !== null)
        parts.push(`Recommendation: ${recommendation.slice(0, most)}`);
    parts.push(otherWordings(result));
    return parts.filter((part) => part !== '').join('\n\n');
}
function placeNote(result) {
    const { startLine } = result.region;
    if (result.evidence.status === 'unverified')
        return `The quoted code was not found; the reviewer named line ${startLine}.`;
    return result.side === 'old' ? `This is about removed code: line ${startLine} before the change.` : '';
}
function otherWordings({ title, alsoReportedAs }) {
    const titles = [...new Set(alsoReportedAs.map((wording) => wording.title))].filter((other) => other !== title);
    if (titles.length === 0)
        return '';
    const named = titles.slice(0, NAMED_WORDINGS).map((other) => `“${(0,report_escape/* singleLine */.pF)(other, 120)}”`);
    const rest = titles.length - named.length;
    return `Also reported as ${named.join(', ')}${rest === 0 ? '' : ` and ${(0,wording/* count */.U9)(rest, 'more wording')}`}.`;
}
/** SARIF reads `[text](target)` in plain messages as a link. */
function withoutLinks(text) {
    return text.replaceAll('](', '] (');
}
function suppressionsOf(result, report) {
    if (result.suppression !== null) {
        const { kind, reason, owner, expires } = result.suppression;
        return [suppression(reason, { kind, owner, expires })];
    }
    if (report.override === null || !result.blocking)
        return [];
    const { by, reason, at } = report.override;
    return [suppression(`Override by ${by} at ${at}: ${reason}`, { kind: 'override', owner: by, expires: null })];
}
function suppression(justification, properties) {
    return { kind: 'external', status: 'accepted', justification: (0,report_escape/* singleLine */.pF)(justification, 1_000), properties };
}
function notifications(report, left) {
    const failed = report.conclusion === 'not-evaluated';
    const all = [
        ...report.reasons.map((reason) => notification(failed ? 'error' : 'note', `${reason.kind}: ${reason.message}`)),
        ...(0,wording/* stamps */.dA)(report).map((stamp) => notification('warning', stamp)),
        ...limitNotes(report, left).map((text) => notification('warning', text)),
        ...report.reviewers
            .filter((reviewer) => reviewer.error !== null)
            .map(({ id, error }) => notification('error', `Reviewer ${id} failed: ${error?.code}: ${error?.message}`)),
        ...report.coverage.unreviewed.map(({ path, reason }) => notification('warning', `Not reviewed: ${path}: ${reason}`)),
    ];
    if (all.length <= NOTIFICATIONS)
        return all;
    const rest = all.length - NOTIFICATIONS;
    return [
        ...all.slice(0, NOTIFICATIONS),
        notification('warning', `${(0,wording/* count */.U9)(rest, 'more notification')} left out; see the report file.`),
    ];
}
function limitNotes(report, { kept, cut, unlocated }) {
    return [
        ...(kept <= SHOWN_RESULTS
            ? []
            : [`GitHub shows the ${(0,wording/* count */.U9)(SHOWN_RESULTS, 'worst result')} of the ${(0,wording/* count */.U9)(kept, 'result')} in this file.`]),
        ...(cut === 0 ? [] : [`${(0,wording/* count */.U9)(cut, 'result')} left out, the mildest: GitHub takes no more of a run.`]),
        ...(unlocated === 0
            ? []
            : [`${(0,wording/* count */.U9)(unlocated, 'result')} without a place in the change left out; see the report file.`]),
        ...(report.rejected.length === 0
            ? []
            : [`${(0,wording/* count */.U9)(report.rejected.length, 'answer')} of a reviewer could not be accepted.`]),
        ...(report.dismissed.length === 0
            ? []
            : [`${(0,wording/* count */.U9)(report.dismissed.length, 'result')} dismissed after a refutation.`]),
    ];
}
function notification(level, text) {
    return { level, message: { text: withoutLinks((0,report_escape/* singleLine */.pF)(text, NOTIFICATION_CHARACTERS)) || '(empty)' } };
}


/***/ }),

/***/ 8600:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ repositoryUrl),
/* harmony export */   Vg: () => (/* binding */ overviewItem),
/* harmony export */   Z8: () => (/* binding */ marks),
/* harmony export */   cE: () => (/* binding */ linker),
/* harmony export */   d6: () => (/* binding */ reviewedBy),
/* harmony export */   fS: () => (/* binding */ verdictPart),
/* harmony export */   g6: () => (/* binding */ overviewRow)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4031);
/* harmony import */ var _markdown_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1150);
/* harmony import */ var _safe_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2153);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5594);




/** What the list of reasons may take of the page. */
const REASON_BYTES = 12_000;
/** What fits into two lines of a heading; what is longer goes on below it. */
const HEADING = 90;
/** As `headline` puts it between verdict and reason. */
const REASON_DASH = ' — ';
const TITLE = 200;
const SHORT = 300;
/** The table of reviewers names them all. */
const NAMED_REVIEWERS = 10;
/** How a severity is marked where colours are seen. */
const marks = { critical: '🟣', high: '🔴', medium: '🟠', low: '🔵' };
/** Between what must stay on one line. */
const NO_BREAK = '\u00a0';
/** `path:line`, linked to the line at the commit where that can be done safely. */
function linker(report, context) {
    return (result) => {
        const label = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)((0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .place */ .ik)(result), SHORT);
        const url = lineUrl(report, { context, result });
        return url === undefined ? label : `[${label}](${url})`;
    };
}
function lineUrl(report, { context, result }) {
    const commit = result.side === 'old' ? report.change?.mergeBase : report.change?.head;
    const root = repositoryUrl(context);
    if (root === undefined || commit === undefined || !/^[0-9a-f]{40,64}$/.test(commit))
        return undefined;
    if (!(0,_safe_path_js__WEBPACK_IMPORTED_MODULE_3__/* .isSafePath */ .p)(result.path))
        return undefined;
    const { startLine, endLine } = result.region;
    const lines = startLine === endLine ? `L${startLine}` : `L${startLine}-L${endLine}`;
    return `${root}/blob/${commit}/${(0,_safe_path_js__WEBPACK_IMPORTED_MODULE_3__/* .encodePath */ .O)(result.path)}#${lines}`;
}
/** The repository's address; undefined for an odd one, which is not linked to. */
function repositoryUrl(context) {
    if (context === undefined)
        return undefined;
    const { serverUrl, repository } = context;
    if (!/^https?:\/\/[A-Za-z0-9.:-]+$/.test(serverUrl) || !/^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/.test(repository))
        return undefined;
    return `${serverUrl}/${repository}`;
}
/** The conclusion as a heading, with stamps, reasons, and what to do about what blocks. */
function verdictPart(report) {
    const { icon, text } = (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .headline */ .Pl)(report);
    const { heading, rest } = splitHeading(text);
    // The headline already says the first reason of a run that did not evaluate, found nothing to do, or failed otherwise.
    const said = (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .reasonsFrom */ .an)(report, headlineReasons(report));
    const reasons = (0,_markdown_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .takeWithin */ .Dh)(said.map((message) => `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineText */ .ln)(message, 600)}`), REASON_BYTES);
    const stamped = (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .stamps */ .dA)(report).map((stamp) => `> ⚠️ **${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineText */ .ln)(stamp, 600)}**`);
    return (0,_markdown_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraphs */ .qN)([
        `## ${icon} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineText */ .ln)(heading, 600)}`,
        rest === '' ? '' : `**${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineText */ .ln)(rest, 600)}**`,
        stamped.join('\n>\n'),
        (0,_markdown_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .rows */ .Ge)(reasons, 'more reason'),
        whatToDo(report),
    ]);
}
/** The verdict apart from a long reason, so that an error of a provider does not become a heading of four lines. */
function splitHeading(text) {
    const end = text.length <= HEADING ? -1 : text.indexOf(REASON_DASH);
    if (end === -1)
        return { heading: text, rest: '' };
    return { heading: text.slice(0, end), rest: text.slice(end + REASON_DASH.length) };
}
function whatToDo({ conclusion, override, results, change }) {
    if (conclusion !== 'fail' || override !== null || !results.some(({ blocking }) => blocking))
        return '';
    const wrong = ' If a result is wrong, let a maintainer dismiss its alert in code scanning, or set the label `model-stack-override` and comment `model-stack override: …` with the reason; then run again.';
    return `**What to do:** Fix what blocks, then push.${(change?.pullRequest ?? null) === null ? '' : wrong}`;
}
function headlineReasons(report) {
    const generic = report.reasons[0]?.kind === 'blocking-results' || report.reasons[0]?.kind === 'no-blocking-results';
    return generic || report.conclusion !== 'pass' ? 1 : 0;
}
/** Who reviewed what of it, on one line; empty where the run ended before that. */
function reviewedBy(report) {
    const { change, coverage } = report;
    const completed = report.reviewers.filter((reviewer) => reviewer.status === 'completed');
    // The run ended before it knew what to review.
    if (change === null && completed.length === 0)
        return '';
    const who = completed
        .slice(0, NAMED_REVIEWERS)
        .map((reviewer) => `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(reviewer.id, 60)} with ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(reviewer.model, 100)} (${reviewer.family}, ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineText */ .ln)((0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .cliVersion */ .$g)(reviewer), 60)})`);
    const left = completed.length - who.length;
    const more = left === 0 ? '' : ` and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(left, 'more reviewer')}`;
    const parts = [
        who.length === 0 ? 'No reviewer completed' : `Reviewed by ${who.join(' and ')}${more}`,
        (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .authors */ .tF)(report),
        ...(change === null ? [] : [`commit ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(change.head.slice(0, 12))}, mode ${change.mode}`]),
        ...(coverage.changedLines === 0 ? [] : [coverageWords(coverage)]),
    ];
    return `${parts.join(' · ')}.`;
}
function coverageWords({ reviewedLines, changedLines, percent }) {
    const lines = `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(reviewedLines)} of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(changedLines, 'changed line')}`;
    return `${lines} covered (${percent}${NO_BREAK}%)`;
}
/** A row of the table with the columns Severity, Result, Where, Gate. */
function overviewRow(result, link) {
    const gate = result.blocking ? '**blocks**' : 'does not block';
    return `| ${marks[result.severity]}${NO_BREAK}${result.severity} | ${titleOf(result)} | ${link(result)} | ${gate} |`;
}
/** An item of a list, for where a table would be too wide. */
function overviewItem(result, link) {
    return `- ${marks[result.severity]} **${result.severity}** · ${titleOf(result)}\\\n  ${link(result)}`;
}
function titleOf({ title, ruleId }) {
    return `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineText */ .ln)(title, TITLE)} (${ruleId})`;
}


/***/ }),

/***/ 5594:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ cliVersion),
/* harmony export */   GF: () => (/* binding */ proofWords),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   Q3: () => (/* binding */ dataSize),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   UD: () => (/* binding */ NOT_ISOLATED),
/* harmony export */   Wr: () => (/* binding */ groupResults),
/* harmony export */   ZN: () => (/* binding */ isFound),
/* harmony export */   Zf: () => (/* binding */ reporterName),
/* harmony export */   _2: () => (/* binding */ isolationWords),
/* harmony export */   _x: () => (/* binding */ isolationOf),
/* harmony export */   an: () => (/* binding */ reasonsFrom),
/* harmony export */   bl: () => (/* binding */ WAIVER),
/* harmony export */   dA: () => (/* binding */ stamps),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   lH: () => (/* binding */ blockingWords),
/* harmony export */   md: () => (/* binding */ worstFirst),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   tF: () => (/* binding */ authors),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
/* harmony import */ var _types_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8020);
/* harmony import */ var _types_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5747);


/** The first thing that every output says. */
function headline(report) {
    const reason = report.reasons[0]?.message ?? 'no reason was recorded';
    switch (report.conclusion) {
        case 'pass':
            return { icon: '✅', text: passed(report) };
        case 'fail':
            return { icon: '❌', text: failed(report, reason) };
        case 'not-evaluated':
            return { icon: '⚠️', text: `NOT REVIEWED — ${reason}` };
        case 'nothing-to-review':
            return { icon: '⚪', text: `Nothing to review — ${reason}` };
    }
}
/** Sorts the results of a report into the groups that outputs show. */
function groupResults(report) {
    const present = worstFirst(report.results.filter((result) => result.baselineState !== 'absent'));
    const open = present.filter((result) => result.suppression === null);
    const reviewed = open.filter((result) => !(0,_types_result_js__WEBPACK_IMPORTED_MODULE_0__/* .isOwnResult */ .aR)(result));
    return {
        grounded: reviewed.filter(isFound),
        unverified: reviewed.filter((result) => !isFound(result)),
        own: open.filter(_types_result_js__WEBPACK_IMPORTED_MODULE_0__/* .isOwnResult */ .aR),
        suppressed: present.filter((result) => result.suppression !== null),
    };
}
/** Blocking before not blocking, then by severity; equal ones keep their order. */
function worstFirst(results) {
    return results.toSorted((a, b) => Number(b.blocking) - Number(a.blocking) || (0,_types_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .bySeverity */ .Np)(a, b));
}
/** A reviewer's id, or words for our own code. */
function reporterName(reviewer) {
    return reviewer === _types_result_js__WEBPACK_IMPORTED_MODULE_0__/* .ownReviewer */ .sR ? 'model-stack itself' : reviewer;
}
/** True if the quoted code stands in the file, at the claimed line or at another. */
function isFound(result) {
    return (0,_types_result_js__WEBPACK_IMPORTED_MODULE_0__/* .isLocated */ .B0)(result.evidence);
}
/** Why a result blocks or does not, as one sentence; holds foreign text. */
function blockingWords(result) {
    if ((0,_types_result_js__WEBPACK_IMPORTED_MODULE_0__/* .isOwnResult */ .aR)(result))
        return ownBlockingWords(result);
    if (result.blocking)
        return 'Blocks: at or above the threshold, and its code was found in the change.';
    return `Does not block: ${whyNot(result)}.`;
}
/** `src/a.ts:12`, `src/a.ts:12-14`, with the side where it is the old one; holds foreign text. */
function place(result) {
    const { startLine, endLine } = result.region;
    const lines = startLine === endLine ? `${startLine}` : `${startLine}-${endLine}`;
    return `${result.path}:${lines}${result.side === 'old' ? ' (removed code)' : ''}`;
}
/** Where the family policy let the author's own family review. */
const WAIVER = 'Waiver: a reviewer is of the same family as an author of the change.';
/** What must not be missed beside the verdict: replay, isolation, waiver, override, a changed tree. */
function stamps(report) {
    const stamped = [];
    if (report.replayed)
        stamped.push('Replayed: the answers of the model were recorded earlier; no live model took part.');
    if (report.reusedReview !== null) {
        const { at, head } = report.reusedReview;
        stamped.push(`Recorded: the same content was reviewed at ${at} (${head.slice(0, 12)}) and no model was asked again.`);
    }
    if (report.increment !== null) {
        const { at, head, sentLines, keptLines } = report.increment;
        stamped.push(`Built on the review of ${head.slice(0, 12)} at ${at}: ${count(sentLines, 'changed line')} reviewed now, ${grouped(keptLines)} then, by the same reviewers and rules.`);
    }
    if (isolationOf(report) === 'none')
        stamped.push(NOT_ISOLATED);
    if (report.reviewers.some((reviewer) => reviewer.waiver))
        stamped.push(WAIVER);
    if (!report.isolation.proof.unchanged)
        stamped.push('The checkout is not proven unchanged by the review.');
    if (report.override !== null) {
        const { by, at, reason, head } = report.override;
        stamped.push(`Override by ${by} at ${at} for ${head.slice(0, 12)}: ${reason}`);
    }
    return stamped;
}
/** Each state as half a sentence. */
const isolationWords = {
    'root-sandbox': 'the reviewer ran in a sandbox under a user id of its own',
    'user-sandbox': 'the reviewer ran in a sandbox in a user namespace',
    'in-process': 'the reviewer is a part of this program and runs no commands',
    none: 'the reviewer was not isolated from this machine',
    'not-used': 'no reviewer was started',
};
/** What every output says of a run without isolation. */
const NOT_ISOLATED = `isolation: none — ${isolationWords.none}: it could do what this job can do.`;
/** How the review was isolated. A report says `none` too where nobody had to be isolated; that must not look like an opt-out. */
function isolationOf({ reviewers, isolation, reasons }) {
    if (reviewers.length === 0)
        return 'not-used';
    const optedOut = reasons.some(({ kind }) => kind === 'isolation-none');
    // Requests are counted from the moment that a reviewer has a place to work.
    const started = reviewers.some(({ error, usage }) => error === null || usage.requests !== null);
    return isolation.level === 'none' && !optedOut && !started ? 'not-used' : isolation.level;
}
/** Why the verdict is what it is, from the given one on, without what a stamp says already. */
function reasonsFrom(report, first) {
    const stamped = isolationOf(report) === 'none';
    return report.reasons
        .slice(first)
        .filter(({ kind }) => !(stamped && kind === 'isolation-none'))
        .map(({ message }) => message);
}
/** `unchanged`, `NOT proven unchanged`, `not compared`: the checkout before and after. */
function proofWords({ isolation: { proof } }) {
    if (!proof.unchanged)
        return 'NOT proven unchanged';
    return proof.before === '' ? 'not compared' : 'unchanged';
}
/** Who wrote the change, as far as known. */
function authors(report) {
    if (report.authorship.families.length > 0)
        return `written by ${report.authorship.families.join(', ')}`;
    return 'author model unknown';
}
/** Codex CLI 0.144.1 of a reviewer, or that it has none. */
function cliVersion(reviewer) {
    return reviewer.cliVersion === null ? 'no CLI' : `CLI ${reviewer.cliVersion}`;
}
/** `1,234,567`. By hand, as the first use of Intl takes longer than anything else of a report. */
function grouped(amount) {
    const [whole = '', ...fraction] = String(amount).split('.');
    return [whole.replace(/\B(?=(?:\d{3})+$)/g, ','), ...fraction].join('.');
}
/** `2 results`, `1 result`. */
function count(amount, noun) {
    return `${grouped(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}
/** `512 B`, `1.5 kB`, `12 MB`: powers of ten, two digits or more. */
function dataSize(bytes) {
    const units = ['B', 'kB', 'MB', 'GB'];
    const step = Math.min(units.length - 1, Math.max(0, Math.floor((String(Math.trunc(bytes)).length - 1) / 3)));
    const amount = bytes / 1000 ** step;
    const shown = step === 0 || amount >= 10 ? Math.round(amount) : Math.round(amount * 10) / 10;
    return `${grouped(shown)} ${units[step]}`;
}
/** `42 s`, `3 min 5 s`. */
function duration(milliseconds) {
    const seconds = Math.round(milliseconds / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
function passed(report) {
    const { grounded, unverified, own, suppressed } = groupResults(report);
    const total = grounded.length + unverified.length + suppressed.length;
    const covered = `${report.coverage.percent} % of the changed lines reviewed`;
    const reported = total === 0 ? 'nothing reported' : `${count(total, 'result')}, none blocks`;
    const noticed = own.length === 0 ? '' : `; ${count(own.length, 'notice')} to look at`;
    return `Passed — ${covered}, ${reported}${noticed}`;
}
function failed(report, reason) {
    const blocking = report.results.filter((result) => result.blocking).length;
    const overridden = report.override === null ? '' : ` — overridden by ${report.override.by}`;
    if (blocking === 0)
        return `Failed — ${reason}${overridden}`;
    return `${count(blocking, 'result')} ${blocking === 1 ? 'blocks' : 'block'} this change${overridden}`;
}
function ownBlockingWords({ blocking, suppression, baselineState }) {
    if (blocking)
        return 'Blocks, because the configuration of the base branch raises this rule.';
    if (suppression !== null)
        return `Does not block: it is suppressed (${suppression.reason}).`;
    if (baselineState === 'unchanged')
        return 'Does not block: it was there before.';
    return 'Does not block: it is for a person to look at, unless the configuration of the base branch raises it.';
}
function whyNot(result) {
    const causes = [];
    if (result.suppression !== null)
        causes.push(`it is suppressed (${result.suppression.reason})`);
    if (result.baselineState === 'unchanged')
        causes.push('it was there before');
    if (!isFound(result))
        causes.push('the code it quotes was not found as claimed');
    if (result.basis === 'inferred')
        causes.push('it is inferred, not grounded in quoted code');
    if (result.confidence === 'possible')
        causes.push('the reviewer calls it only possible');
    if (result.triage !== 'real')
        causes.push(`the reviewer calls it ${result.triage}`);
    return causes.length === 0 ? 'it is below the threshold, or too few reviewers support it' : causes.join('; ');
}


/***/ }),

/***/ 6402:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ someOf)
/* harmony export */ });
/** The first of the names, and how many more there are: `a.ts, b.ts and 3 more`. */
function someOf(names, most) {
    const more = names.length > most ? ` and ${names.length - most} more` : '';
    return `${names.slice(0, most).join(', ')}${more}`;
}


/***/ }),

/***/ 2434:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cu: () => (/* binding */ HostTraffic),
/* harmony export */   b5: () => (/* binding */ addTraffic)
/* harmony export */ });
/* unused harmony export WireFormat */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6921);

/**
 * How a provider is spoken to: OpenAI's Responses API, the Chat Completions API that many others serve too, Anthropic's
 * Messages API, Google's Gemini API.
 */
const WireFormat = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['responses', 'chat', 'messages', 'gemini']);
/** What one host was asked and how much went to it and came back, counted by the key proxy. */
const HostTraffic = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    host: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    requests: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    refused: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    bytesSent: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    bytesReceived: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
});
/** Both counts of one host together. */
function addTraffic(sum, more) {
    return {
        host: sum.host,
        requests: sum.requests + more.requests,
        refused: sum.refused + more.refused,
        bytesSent: sum.bytesSent + more.bytesSent,
        bytesReceived: sum.bytesReceived + more.bytesReceived,
    };
}


/***/ }),

/***/ 4247:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ isolationModes),
/* harmony export */   F$: () => (/* binding */ familyPolicies),
/* harmony export */   VY: () => (/* binding */ ownResultRules),
/* harmony export */   _P: () => (/* binding */ reviewCommentModes),
/* harmony export */   tP: () => (/* binding */ uploadSarifModes),
/* harmony export */   uD: () => (/* binding */ commentSummaryModes)
/* harmony export */ });
/* unused harmony exports FailOnSeverity, OnNotEvaluated */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6921);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5747);


const FailOnSeverity = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n([..._rule_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO, 'never']);
const OnNotEvaluated = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['fail', 'warn-on-outage', 'warn']);
/** Ordered from the strictest. `auto` is the strongest that the machine has, and at least a sandbox for a CLI reviewer. */
const isolationModes = ['sandbox', 'auto', 'none'];
/** Ordered from the strictest. */
const familyPolicies = ['strict', 'require', 'prefer', 'off'];
/** Rules under which our own code reports. */
const ownResultRules = [..._rule_js__WEBPACK_IMPORTED_MODULE_0__/* .ownRuleIds */ .vN, 'injection', 'test-gap', 'config-ci'];
const uploadSarifModes = ['auto', 'required', 'never'];
const commentSummaryModes = ['never', 'on-failure', 'always'];
const reviewCommentModes = ['never', 'blocking', 'all'];


/***/ }),

/***/ 1061:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  NB: () => (/* binding */ ChangeReport),
  pl: () => (/* binding */ Report),
  yH: () => (/* binding */ neutralisedReasons)
});

// UNUSED EXPORTS: Coverage, CoverageReport, EgressReport, IncrementReport, IsolationReport, Override, ReusedReview, ReviewerReport, Signal

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
;// CONCATENATED MODULE: ./src/types/change.ts

const modes = ['review', 'adversarial', 'plan', 'audit'];
const Mode = schemas/* enum */.k5n(modes);

// EXTERNAL MODULE: ./src/types/egress.ts
var egress = __webpack_require__(2434);
// EXTERNAL MODULE: ./src/types/result.ts
var result = __webpack_require__(8020);
// EXTERNAL MODULE: ./src/types/reviewer.ts
var reviewer = __webpack_require__(8726);
;// CONCATENATED MODULE: ./src/types/report.ts






const PullRequestReference = schemas/* strictObject */.rej({ number: schemas/* int */.Whr() });
const ChangeReport = schemas/* strictObject */.rej({
    mode: Mode,
    base: schemas/* string */.YjP(),
    head: schemas/* string */.YjP(),
    mergeBase: schemas/* string */.YjP(),
    pullRequest: PullRequestReference.nullable(),
});
const Signal = schemas/* strictObject */.rej({
    family: reviewer/* Family */.Hx.nullable(),
    harness: schemas/* string */.YjP().nullable(),
    source: schemas/* string */.YjP(),
    commit: schemas/* string */.YjP().nullable(),
    evidence: schemas/* string */.YjP(),
    confidence: schemas/* enum */.k5n(['high', 'medium', 'low']),
});
const ReviewerReport = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    family: reviewer/* Family */.Hx,
    model: schemas/* string */.YjP(),
    cliVersion: schemas/* string */.YjP().nullable(),
    role: schemas/* string */.YjP(),
    status: schemas/* enum */.k5n(['completed', 'failed']),
    error: schemas/* strictObject */.rej({ code: schemas/* enum */.k5n(errors/* reviewerErrorCodes */.wE), message: schemas/* string */.YjP() }).nullable(),
    usage: schemas/* strictObject */.rej({
        inputTokens: schemas/* int */.Whr(),
        cachedInputTokens: schemas/* int */.Whr(),
        outputTokens: schemas/* int */.Whr(),
        requests: schemas/* int */.Whr().nullable(),
    }),
    durationMs: schemas/* int */.Whr(),
    filesRead: schemas/* array */.YOg(schemas/* string */.YjP()),
    waiver: schemas/* boolean */.zMY(),
});
const Coverage = schemas/* strictObject */.rej({
    changedLines: schemas/* int */.Whr(),
    reviewedLines: schemas/* int */.Whr(),
    percent: schemas/* int */.Whr().min(0).max(100),
    unreviewed: schemas/* array */.YOg(schemas/* strictObject */.rej({ path: schemas/* string */.YjP(), lines: schemas/* int */.Whr().nullable(), reason: schemas/* string */.YjP() })),
    excluded: schemas/* array */.YOg(schemas/* strictObject */.rej({ path: schemas/* string */.YjP(), reason: schemas/* string */.YjP() })),
});
const neutralisedReasons = ['agent-config', 'symlink', 'unsafe-path', 'case-collision'];
/** Coverage, and where what the reviewer could read differs from the head: other names, text for links, files left out. */
const CoverageReport = schemas/* strictObject */.rej({
    ...Coverage.shape,
    neutralised: schemas/* array */.YOg(schemas/* strictObject */.rej({
        path: schemas/* string */.YjP(),
        snapshotPath: schemas/* string */.YjP(),
        reason: schemas/* enum */.k5n(neutralisedReasons),
        /** Where a symlink points; null for everything else. */
        target: schemas/* string */.YjP().nullable(),
    })),
    notInSnapshot: schemas/* array */.YOg(schemas/* strictObject */.rej({ path: schemas/* string */.YjP(), reason: schemas/* string */.YjP() })),
    /** How many entries of both lists are left out here: the change does not touch them. */
    snapshotEntriesLeftOut: schemas/* int */.Whr(),
});
/** What left this machine, as the key proxy counted it. */
const EgressReport = schemas/* strictObject */.rej({
    hosts: schemas/* array */.YOg(egress/* HostTraffic */.Cu),
    /** Repository paths whose content, or a part of it, was sent. */
    files: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** False where more files may have been sent than could be told. */
    filesComplete: schemas/* boolean */.zMY(),
});
const IsolationReport = schemas/* strictObject */.rej({
    level: schemas/* enum */.k5n(reviewer/* isolationLevels */.ik),
    preflight: schemas/* array */.YOg(schemas/* string */.YjP()),
    proof: schemas/* strictObject */.rej({ before: schemas/* string */.YjP(), after: schemas/* string */.YjP(), unchanged: schemas/* boolean */.zMY() }),
});
/** Who lifted a block, why, when (ISO 8601) and for which head. */
const Override = schemas/* strictObject */.rej({ by: schemas/* string */.YjP(), reason: schemas/* string */.YjP(), at: schemas/* string */.YjP(), head: schemas/* string */.YjP() });
/** The reviews are those that an earlier run recorded for the same content, policy, prompts and reviewers. */
const ReusedReview = schemas/* strictObject */.rej({
    /** When they were made, ISO 8601. */
    at: schemas/* string */.YjP(),
    /** The commit that they looked at. */
    head: schemas/* string */.YjP(),
    /** Where that run can be seen; null on the command line. */
    run: schemas/* string */.YjP().nullable(),
});
/** Only a part of the change was sent; the rest was reviewed at an earlier commit, by the same rules and reviewers. */
const IncrementReport = schemas/* strictObject */.rej({
    /** When that review ended, ISO 8601. */
    at: schemas/* string */.YjP(),
    /** The commit that it looked at. */
    head: schemas/* string */.YjP(),
    /** Where that run can be seen; null on the command line. */
    run: schemas/* string */.YjP().nullable(),
    /** Changed lines that were sent now. */
    sentLines: schemas/* int */.Whr(),
    /** Changed lines whose earlier review holds. */
    keptLines: schemas/* int */.Whr(),
});
/** The contract's report, and what was added to it (docs/report.md); every output is a pure function of it. */
const Report = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    tool: schemas/* strictObject */.rej({ name: schemas/* literal */.euz('model-stack-action'), version: schemas/* string */.YjP() }),
    conclusion: result/* Conclusion */.Ie,
    reasons: schemas/* array */.YOg(result/* Reason */.By),
    /** Null when the run ended before it knew what to review. */
    change: ChangeReport.nullable(),
    authorship: schemas/* strictObject */.rej({ families: schemas/* array */.YOg(reviewer/* Family */.Hx), signals: schemas/* array */.YOg(Signal) }),
    reviewers: schemas/* array */.YOg(ReviewerReport),
    coverage: CoverageReport,
    results: schemas/* array */.YOg(result/* Result */.Q7),
    dismissed: schemas/* array */.YOg(result/* DismissedResult */.$c),
    rejected: schemas/* array */.YOg(schemas/* strictObject */.rej({ reviewer: schemas/* string */.YjP(), reason: schemas/* string */.YjP(), raw: schemas/* string */.YjP() })),
    isolation: IsolationReport,
    egress: EgressReport,
    override: Override.nullable(),
    reusedReview: ReusedReview.nullable(),
    /** Null where the whole change was sent, or nothing. */
    increment: IncrementReport.nullable(),
    /** What a reader should know and no reason says: where earlier results were read, which suppressions expired. */
    notes: schemas/* array */.YOg(schemas/* string */.YjP()),
    replayed: schemas/* boolean */.zMY(),
});


/***/ }),

/***/ 8020:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ DismissedResult),
/* harmony export */   B0: () => (/* binding */ isLocated),
/* harmony export */   By: () => (/* binding */ Reason),
/* harmony export */   Ie: () => (/* binding */ Conclusion),
/* harmony export */   Q7: () => (/* binding */ Result),
/* harmony export */   aR: () => (/* binding */ isOwnResult),
/* harmony export */   nn: () => (/* binding */ isProven),
/* harmony export */   sR: () => (/* binding */ ownReviewer)
/* harmony export */ });
/* unused harmony exports Region, Evidence, Suppression, Wording, conclusions, reasonKinds */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6921);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5747);


/** 1-based, inclusive. */
const Region = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ startLine: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(), endLine: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive() });
const Evidence = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['verified', 'relocated', 'altered', 'ambiguous', 'unverified']),
    detail: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
});
/** Whether the quoted code stands in the file, at the claimed line or at another. */
function isLocated({ status }) {
    return status === 'verified' || status === 'relocated';
}
/** Grounded in code that was found where it says, and more than possible. */
function isProven({ basis, confidence, evidence }) {
    return isLocated(evidence) && basis === 'grounded' && confidence !== 'possible';
}
const Suppression = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['config', 'dismissed-alert', 'override']),
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    owner: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    expires: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
});
/** The name under which our own code reports, in the place of a reviewer. */
const ownReviewer = 'model-stack';
/** Whether our own code alone reports it. */
function isOwnResult({ reviewers }) {
    return reviewers.length > 0 && reviewers.every((reviewer) => reviewer === ownReviewer);
}
/** Another wording of the same defect: what else was said of it, and by whom. */
const Wording = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    reviewer: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    ruleId: _rule_js__WEBPACK_IMPORTED_MODULE_0__/* .RuleId */ .kq,
    severity: _rule_js__WEBPACK_IMPORTED_MODULE_0__/* .Severity */ .AI,
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
/** What is reported after evidence, matching and suppression. */
const Result = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    fingerprint: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** The rule that code scanning knows it by: the one that its fingerprint was first filed under. */
    sarifRuleId: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    ruleId: _rule_js__WEBPACK_IMPORTED_MODULE_0__/* .RuleId */ .kq,
    severity: _rule_js__WEBPACK_IMPORTED_MODULE_0__/* .Severity */ .AI,
    confidence: _rule_js__WEBPACK_IMPORTED_MODULE_0__/* .Confidence */ .ZW,
    basis: _rule_js__WEBPACK_IMPORTED_MODULE_0__/* .Basis */ .xO,
    triage: _rule_js__WEBPACK_IMPORTED_MODULE_0__/* .Triage */ .Tr,
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    recommendation: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    assumptions: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    side: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['new', 'old']),
    region: Region,
    quote: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    evidence: Evidence,
    related: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), region: Region, quote: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })),
    reviewers: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    agreement: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ found: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(), confirmed: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(), refuted: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr() }),
    /** The other wordings that were merged into this result. */
    alsoReportedAs: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Wording),
    /** Against the merge base or the file given as `baseline`; `absent`: an earlier run reported it and this one does not. */
    baselineState: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['new', 'unchanged', 'absent']),
    /** Against the previous run of the same change; null where none is known. It has no say in what blocks. */
    sincePreviousRun: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['new', 'unchanged', 'absent']).nullable(),
    suppression: Suppression.nullable(),
    blocking: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
});
const DismissedResult = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ ...Result.shape, why: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const conclusions = ['pass', 'fail', 'not-evaluated', 'nothing-to-review'];
const Conclusion = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(conclusions);
/** Why the verdict is what it is; the first one is the `reason` output. Closed, so that tools can switch on it. */
const reasonKinds = [
    'no-blocking-results',
    'blocking-results',
    'nothing-to-review',
    'configuration',
    'trigger',
    'closed',
    'git',
    'reviewer-failed',
    'empty-seat',
    'nothing-read',
    'unreadable-findings',
    'coverage',
    'head-moved',
    'head-unknown',
    'tree-changed',
    'family-policy',
    'isolation-none',
    'override',
    'internal',
];
const Reason = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(reasonKinds), message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });


/***/ }),

/***/ 8726:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ reviewerIds),
/* harmony export */   Hx: () => (/* binding */ Family),
/* harmony export */   TJ: () => (/* binding */ families),
/* harmony export */   ik: () => (/* binding */ isolationLevels)
/* harmony export */ });
/* unused harmony export Effort */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6921);

const families = [
    'openai',
    'anthropic',
    'google',
    'zhipu',
    'qwen',
    'deepseek',
    'moonshot',
    'mistral',
    'xai',
    'meta',
    'other',
];
const Family = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(families);
/** Ids of the reviewers of this version, in the order in which `auto` looks at them. */
const reviewerIds = ['codex', 'glm', 'claude', 'gemini', 'openai-api', 'anthropic-api'];
const isolationLevels = ['root-sandbox', 'user-sandbox', 'in-process', 'none'];
const Effort = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['low', 'medium', 'high']);


/***/ }),

/***/ 5747:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ Severity),
/* harmony export */   FM: () => (/* binding */ ReviewerRuleId),
/* harmony export */   Np: () => (/* binding */ bySeverity),
/* harmony export */   Tr: () => (/* binding */ Triage),
/* harmony export */   ZW: () => (/* binding */ Confidence),
/* harmony export */   gO: () => (/* binding */ severities),
/* harmony export */   kq: () => (/* binding */ RuleId),
/* harmony export */   qs: () => (/* binding */ severityRank),
/* harmony export */   vN: () => (/* binding */ ownRuleIds),
/* harmony export */   xO: () => (/* binding */ Basis)
/* harmony export */ });
/* unused harmony export reviewerRuleIds */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6921);

/** Ordered from the worst to the mildest. */
const severities = ['critical', 'high', 'medium', 'low'];
const Severity = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(severities);
const Confidence = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['certain', 'likely', 'possible']);
const Basis = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['grounded', 'inferred']);
const Triage = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['real', 'stylistic', 'out-of-scope']);
/** What a reviewer may report. Closed, because code scanning keys alerts on it. */
const reviewerRuleIds = [
    'correctness',
    'security',
    'concurrency',
    'error-handling',
    'data-loss',
    'resource',
    'contract',
    'integration',
    'performance',
    'test-gap',
    'config-ci',
    'docs',
    'injection',
];
const ReviewerRuleId = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(reviewerRuleIds);
/** What only our own code reports. */
const ownRuleIds = ['hidden-unicode', 'policy', 'agent-config'];
const RuleId = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n([...reviewerRuleIds, ...ownRuleIds]);
/** 0 for critical, 3 for low: smaller is worse. */
function severityRank(severity) {
    return severities.indexOf(severity);
}
/** Orders worst first; usable with sort. */
function bySeverity(a, b) {
    return severityRank(a.severity) - severityRank(b.severity);
}


/***/ }),

/***/ 9675:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ compareText)
/* harmony export */ });
/** Orders texts by code units: the same on every machine, whatever its locale. */
function compareText(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}


/***/ })

};
