export const id = 316;
export const ids = [316];
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

/***/ 4316:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runDoctor: () => (/* binding */ runDoctor)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3916);
/* harmony import */ var _host_abort_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7084);
/* harmony import */ var _host_isolation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9589);
/* harmony import */ var _host_make_host_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7003);
/* harmony import */ var _host_run_directory_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(989);
/* harmony import */ var _host_version_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2913);
/* harmony import */ var _review_plan_seats_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6246);
/* harmony import */ var _reviewers_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8641);
/* harmony import */ var _reviewers_pins_codex_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3982);
/* harmony import */ var _types_reviewer_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8726);













const CHECK_MS = 60_000;
/** Prints what this machine can do; 0 where `auto` would find a reviewer for some author, else 2. Downloads nothing. */
async function runDoctor({ settings }, env) {
    const isolation = await tryIsolation(settings, env);
    const checkups = await Promise.all(_reviewers_index_js__WEBPACK_IMPORTED_MODULE_9__/* .reviewers */ .r.map((reviewer) => examine(reviewer, { settings, env, isolation })));
    const choices = _types_reviewer_js__WEBPACK_IMPORTED_MODULE_11__/* .families */ .TJ.map((family) => ({ family, chosen: chooseFor([family], checkups) }));
    const unknown = chooseFor([], checkups);
    const lines = [
        ...describeMachine(env),
        '',
        ...describeIsolation(isolation),
        '',
        ...checkups.flatMap(describe),
        '',
        ...describeChoices(unknown, choices),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    return choices.some(({ chosen }) => chosen !== undefined) ? 0 : 2;
}
/** Whom `auto` would take for a change of these families; undefined where nobody may review it. */
function chooseFor(written, checkups) {
    const selection = (0,_review_plan_seats_js__WEBPACK_IMPORTED_MODULE_8__/* .planSeats */ .m)({
        authorship: {
            perCommit: [{ sha: '', families: written, unknown: written.length === 0, vouched: written.length > 0 }],
        },
        rules: { reviewers: 'auto', fallbackReviewers: [], familyPolicy: 'require', allowedFamilies: undefined },
        contender: ({ id }) => checkups.find(({ reviewer }) => reviewer.id === id)?.contender,
    });
    const works = selection.kind === 'seats' && selection.seats.every(({ credential }) => credential === 'present');
    return works ? selection.seats.map(({ id }) => id).join(' and ') : undefined;
}
async function examine(reviewer, { settings, env, isolation }) {
    const { id, family, defaultModel, credential: credentialInput } = reviewer;
    const contender = {
        ...{ id, family, model: defaultModel, credentialInput },
        credential: settings.credentials[credentialInput] === undefined ? 'missing' : 'present',
        isolation: reviewer.tool === undefined || isolation.holds === 'yes'
            ? { kind: 'possible' }
            : { kind: 'impossible', why: 'no sandbox holds on this machine' },
    };
    if (reviewer.tool === undefined)
        return { reviewer, contender, tool: 'none needed' };
    try {
        const tool = await (0,_host_make_host_js__WEBPACK_IMPORTED_MODULE_5__/* .installed */ .$)(reviewer.tool, { settings, env, cliPath: settings.cliPaths[reviewer.id] });
        const where = tool === undefined ? 'not installed; the first review downloads it' : `${tool.version} in ${tool.directory}`;
        return { reviewer, contender, tool: where };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ReviewerError */ .Qh))
            throw error;
        const why = `${error.code}: ${error.message}`;
        return { reviewer, contender: { ...contender, isolation: { kind: 'impossible', why } }, tool: why };
    }
}
async function tryIsolation(settings, env) {
    const directory = (0,_host_run_directory_js__WEBPACK_IMPORTED_MODULE_6__/* .makeRunDirectory */ .L6)([(0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), '/var/tmp']);
    try {
        (0,_host_isolation_js__WEBPACK_IMPORTED_MODULE_4__/* .requireSandboxPlatform */ .W)(process.platform);
        const sandbox = await (0,_host_isolation_js__WEBPACK_IMPORTED_MODULE_4__/* .openSandbox */ .E)({
            platform: process.platform,
            isRoot: process.getuid?.() === 0,
            uid: directory.sandboxUser,
            // Nobody is started after the preflight, which has its own.
            socket: '',
            trialSocket: directory.makeSocketPath(),
            snapshot: writeSnapshot(directory),
            readOnly: [directory.snapshot],
            programs: [],
            canaryFiles: directory.makeCanaries(),
            secretPlaces: [process.cwd(), (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)()],
            orders: directory.makeScratch(),
            signal: (0,_host_abort_js__WEBPACK_IMPORTED_MODULE_12__/* .withDeadline */ .N)(new AbortController().signal, CHECK_MS),
            bundledBubblewrap: async () => (await installedOrNothing(settings, env))?.bubblewrap,
        });
        return { holds: 'yes', level: sandbox.level, name: sandbox.name, checks: sandbox.preflight };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ReviewerError */ .Qh))
            throw error;
        return { holds: 'no', why: `${error.code}: ${error.message}` };
    }
    finally {
        directory.dispose();
    }
}
/** For its bubblewrap. A package that is not there or not sound is reported with its reviewer. */
async function installedOrNothing(settings, env) {
    try {
        return await (0,_host_make_host_js__WEBPACK_IMPORTED_MODULE_5__/* .installed */ .$)(_reviewers_pins_codex_js__WEBPACK_IMPORTED_MODULE_10__/* .codexTool */ .c, { settings, env, cliPath: undefined });
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ReviewerError */ .Qh))
            throw error;
        return undefined;
    }
}
function writeSnapshot(directory) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory.snapshot, { mode: 0o755 });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory.snapshot, 'file.txt'), 'text\n', { mode: 0o444 });
    return directory.snapshot;
}
function describeMachine(env) {
    return [
        `model-stack-action ${_host_version_js__WEBPACK_IMPORTED_MODULE_7__/* .TOOL_VERSION */ .w}, Node ${process.versions.node}, ${process.platform}-${process.arch}`,
        `running as ${process.getuid?.() === 0 ? 'root' : 'an ordinary user'}`,
        `tool cache: ${(0,_host_make_host_js__WEBPACK_IMPORTED_MODULE_5__/* .cacheRoot */ .P)(env)}`,
    ];
}
function describeIsolation(isolation) {
    if (isolation.holds === 'no')
        return ['isolation: none', `  ${isolation.why}`];
    return [
        `isolation: ${isolation.level}, ${isolation.name}. Proved from inside:`,
        ...isolation.checks.map((check) => `  ${check}`),
    ];
}
function describe({ reviewer, tool, contender }) {
    const input = reviewer.credential;
    return [
        `${reviewer.id}  (family ${reviewer.family}, default model ${reviewer.defaultModel})`,
        `  CLI         ${tool}`,
        `  credential  ${contender.credential === 'present' ? 'present' : `missing: input ${input}, or ${input.replaceAll('-', '_').toUpperCase()}`}`,
        `  isolation   ${describeConfinement(reviewer, contender)}`,
    ];
}
function describeConfinement({ tool }, { isolation }) {
    if (tool === undefined)
        return 'in-process: runs no commands and needs no sandbox';
    return isolation.kind === 'possible' ? 'in the sandbox named above' : `none: ${isolation.why}`;
}
/** Grouped by whom `auto` would choose. */
function describeChoices(unknown, choices) {
    const lines = new Map();
    for (const { family, chosen } of choices) {
        if (chosen !== undefined)
            lines.set(chosen, [...(lines.get(chosen) ?? []), family]);
    }
    const open = choices.filter(({ chosen }) => chosen === undefined).map(({ family }) => family);
    if (lines.size === 0)
        return ['auto would choose: nobody. No author family could be reviewed. Give a key, or see above what is missing.'];
    return [
        `auto would choose: ${unknown ?? 'nobody'} where the author is unknown`,
        ...[...lines].map(([chosen, written]) => `  ${chosen} for a change by ${written.join(', ')}`),
        open.length === 0
            ? 'every author family can be reviewed by another one'
            : `author families that could not be reviewed: ${open.join(', ')}`,
    ];
}


/***/ }),

/***/ 989:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L6: () => (/* binding */ makeRunDirectory),
/* harmony export */   Oh: () => (/* binding */ makeDirectory),
/* harmony export */   TX: () => (/* binding */ removeRunDirectory),
/* harmony export */   Z4: () => (/* binding */ makeOutputDirectory),
/* harmony export */   kj: () => (/* binding */ isReachable),
/* harmony export */   pQ: () => (/* binding */ isRunDirectory),
/* harmony export */   tB: () => (/* binding */ isSandboxUser)
/* harmony export */ });
/* unused harmony export RUN_DIRECTORY_PREFIX */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3916);





const CODEX_LEFTOVERS = ['codex-daemon', 'codex-bwrap-synthetic-mount-targets'];
const RUN_DIRECTORY_PREFIX = 'model-stack-run-';
/** A socket's path holds 103 bytes on every system; `/s-XXXXXX/s` takes 11 of them. */
const MAX_SOCKET_BASE = 103 - 11;
const SHORT_BASE = '/tmp';
const SOCKET_MARK = '-s-';
/** Users that systemd hands out to throw-away services; nobody's files belong to them. */
const FIRST_DYNAMIC_USER = 61_184;
const LAST_DYNAMIC_USER = 65_519;
/** Makes the directory below the first of `bases` that can be written and that the reviewer's user can reach. */
function makeRunDirectory(bases) {
    const sandboxUser = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(FIRST_DYNAMIC_USER, LAST_DYNAMIC_USER + 1);
    const chosen = process.getuid?.() === 0 ? { uid: sandboxUser, gid: sandboxUser } : undefined;
    const reachable = bases.filter((base) => chosen === undefined || isReachable(base));
    const root = makeRoot(reachable.length === 0 ? [(0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)()] : reachable, chosen);
    const identity = chosen !== undefined && canBecome(root, chosen) ? chosen : undefined;
    const canaries = [];
    return {
        root,
        snapshot: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'snapshot'),
        repository: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'objects'),
        identity,
        sandboxUser,
        makeScratch: () => makeScratch(root, identity),
        makeSocketPath: () => {
            const isShort = Buffer.byteLength(root) <= MAX_SOCKET_BASE;
            const prefix = isShort ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 's-') : (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(SHORT_BASE, `${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(root)}${SOCKET_MARK}`);
            return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)(prefix), 's');
        },
        makeCanaries: () => {
            canaries.push(...canaryDirectories().flatMap((place) => writeCanary(place, canaryPrefix(root))));
            return canaries;
        },
        dispose: () => {
            for (const file of canaries)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(file, { force: true });
            removeNamed(SHORT_BASE, `${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(root)}${SOCKET_MARK}`);
            if (identity !== undefined)
                removeCodexLeftovers(identity);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(root, { recursive: true, force: true, maxRetries: 3 });
        },
    };
}
/** Left by a Codex CLI without a sandbox, under its hard-coded names. Nobody else is that user. */
function removeCodexLeftovers({ uid }) {
    for (const name of CODEX_LEFTOVERS)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)('/tmp', `${name}-${uid}`), { recursive: true, force: true });
}
/** Root of a user namespace that maps no other user, as in rootless containers, cannot hand anything over. */
function canBecome(root, identity) {
    const probe = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'probe-'));
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.chownSync)(probe, identity.uid, identity.gid);
        return true;
    }
    catch {
        return false;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(probe, { recursive: true, force: true });
    }
}
function makeRoot(bases, identity) {
    const problems = [];
    for (const base of bases) {
        try {
            const root = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(base, RUN_DIRECTORY_PREFIX)));
            // Another user must pass through, and must not list.
            if (identity !== undefined)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync)(root, 0o711);
            return root;
        }
        catch (error) {
            problems.push(error);
        }
    }
    const why = problems.map((error) => (error instanceof Error ? error.message : String(error))).join('; ');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__.ConfigurationError(`No private directory could be made in ${bases.join(', ')} (${why}). Free some space there, or point TMPDIR (RUNNER_TEMP on a runner) to a writable directory.`, { cause: problems[0] });
}
function makeScratch(root, identity) {
    const directory = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'scratch-'));
    // As for the root: another user must pass through, and must not list.
    if (identity !== undefined)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync)(directory, 0o711);
    return directory;
}
function canaryDirectories() {
    return [(0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), (0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)()];
}
/** Canaries carry the name of their run, so that the post step finds those of a killed one. */
function canaryPrefix(root) {
    return `.model-stack-canary-${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(root).slice(RUN_DIRECTORY_PREFIX.length)}-`;
}
function writeCanary(directory, prefix) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, `${prefix}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(file, `canary ${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex')}\n`, { flag: 'wx', mode: 0o644 });
        return [file];
    }
    catch {
        return []; // a home that cannot be written, as some runners have it
    }
}
/** Whether any user may pass through every directory down to `path`. */
function isReachable(path) {
    try {
        let current = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(path);
        while (true) {
            if (((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(current).mode & 0o001) === 0)
                return false;
            const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(current);
            if (parent === current)
                return true;
            current = parent;
        }
    }
    catch {
        return false;
    }
}
/** Whether the path is named like a run directory. */
function isRunDirectory(root) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(root);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(root) && name.startsWith(RUN_DIRECTORY_PREFIX) && name !== RUN_DIRECTORY_PREFIX;
}
/** Whether it is one of the users that are taken for sandboxes. */
function isSandboxUser(uid) {
    return Number.isInteger(uid) && uid >= FIRST_DYNAMIC_USER && uid <= LAST_DYNAMIC_USER;
}
/** Removes what a killed run left; refuses anything that is not named like a run directory. */
function removeRunDirectory(root) {
    if (!isRunDirectory(root))
        return;
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(root);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(root, { recursive: true, force: true, maxRetries: 3 });
    for (const place of canaryDirectories())
        removeNamed(place, canaryPrefix(root));
    removeNamed(SHORT_BASE, `${name}${SOCKET_MARK}`);
}
function removeNamed(directory, prefix) {
    try {
        const left = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory).filter((name) => name.startsWith(prefix));
        for (const name of left)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, name), { recursive: true, force: true });
    }
    catch {
        // A home that cannot be listed could not be written either.
    }
}
/** A fresh directory for what is published, in the first of `bases` that can be written; it stays. */
function makeOutputDirectory(bases) {
    const problems = [];
    for (const base of bases) {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(base, 'model-stack-'));
        }
        catch (error) {
            problems.push(error instanceof Error ? error.message : String(error));
        }
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__.ConfigurationError(`No directory for report and SARIF could be made (${problems.join('; ')}). Free some space, or point RUNNER_TEMP to a writable directory.`);
}
/** Makes `directory` and its parents for files that survive the run, such as the tool cache. */
function makeDirectory(directory) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(directory, { recursive: true });
    return directory;
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


/***/ })

};
