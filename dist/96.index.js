export const id = 96;
export const ids = [96];
export const modules = {

/***/ 2595:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  estimateLocally: () => (/* binding */ estimateLocally),
  runLocally: () => (/* binding */ runLocally)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/material.ts + 17 modules
var src_material = __webpack_require__(8073);
// EXTERNAL MODULE: ./src/panel.ts + 22 modules
var panel = __webpack_require__(3404);
// EXTERNAL MODULE: ./src/review/budget.ts
var budget = __webpack_require__(7883);
// EXTERNAL MODULE: ./src/trigger/resolve.ts
var resolve = __webpack_require__(2120);
// EXTERNAL MODULE: ./src/types/diff.ts
var types_diff = __webpack_require__(1322);
;// CONCATENATED MODULE: ./src/estimate.ts






/** What a review would send, without sending anything. Rejects with ConfigurationError where nobody could review. */
async function estimateReview(request, host) {
    const change = await (0,resolve/* resolveChange */.N)(request.refs, host.commits);
    const material = await (0,src_material/* readMaterial */.e)(change, request, host);
    const { diff } = material;
    const { selection, credentials } = choose(material, request, host);
    const seats = selection.seats.map(({ id, model, family }) => ({ id, model, family: family ?? null }));
    const records = await (0,panel/* openRecords */.tW)(material, selection.seats, { request, host });
    const recalled = await records.recall();
    const earlier = recalled === undefined ? await records.recallEarlier() : undefined;
    // The directory stands in the prompt; nothing is put there.
    const snapshot = { directory: host.snapshotDirectory, fileCount: 0, neutralised: [], skipped: [] };
    const work = recalled === undefined ? (0,panel/* planWork */.Nn)({ material, snapshot, earlier }, host) : { parts: [], left: [] };
    const plan = (0,budget/* planBudget */.rS)(request.maxTokens, seats.length, work);
    const requests = plan.parts.map(toRequest);
    const tokens = requests.reduce((sum, one) => sum + one.tokens, 0);
    return {
        change: { base: change.base, head: change.head, mergeBase: change.mergeBase },
        changedLines: (0,types_diff/* changedLines */.MA)(diff.files),
        reviewers: seats,
        credentials,
        requests,
        perReviewer: { requests: requests.length, tokens },
        total: { requests: requests.length * seats.length, tokens: tokens * seats.length },
        maxTokens: plan.max,
        unreviewed: [
            ...diff.omitted.filter(({ kind }) => kind === 'unreviewed').map(({ path, reason }) => ({ path, reason })),
            ...plan.left.map(({ part, reason }) => ({ path: part, reason })),
        ],
        excluded: diff.omitted.filter(({ kind }) => kind === 'excluded').length,
        recorded: recalled === undefined ? null : recalled.reused,
        increment: earlier?.kind === 'found' ? earlier.report : null,
        notes: [...(earlier?.notes ?? [])],
    };
}
/** An estimate needs no credential: where one alone is missing, whoever would review with it is taken. */
function choose(material, request, host) {
    const { selection } = (0,panel/* chooseSeats */.IG)(material, request, host);
    if (selection.kind === 'seats') {
        const credentials = selection.seats.every(({ credential }) => credential === 'present') ? 'present' : 'missing';
        return { selection, credentials };
    }
    const { selection: other } = (0,panel/* chooseSeats */.IG)(material, request, { ...host, hasCredential: () => true });
    if (other.kind === 'seats')
        return { selection: other, credentials: 'missing' };
    throw new errors.ConfigurationError(`Nobody could review the change: ${other.reason}`);
}
function toRequest({ name, files, tokens }) {
    return { name, files: files.length, changedLines: (0,types_diff/* changedLines */.MA)(files), tokens };
}

// EXTERNAL MODULE: ./src/pipeline.ts + 48 modules
var pipeline = __webpack_require__(7718);
// EXTERNAL MODULE: ./src/host/earlier-runs.ts + 9 modules
var earlier_runs = __webpack_require__(1792);
// EXTERNAL MODULE: ./src/host/make-host.ts + 11 modules
var make_host = __webpack_require__(7003);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/host/records/record-store.ts
var record_store = __webpack_require__(5118);
;// CONCATENATED MODULE: ./src/host/records/local-records.ts




const MAX_FILES = 200;
const RECORD_FILE = /^(model-stack-[0-9a-f]{24})-[0-9a-f]{16}\.record$/;
/** Written by others than their owner. */
const SHARED = 0o022;
/** Records of this machine's user, for the command line: `$XDG_STATE_HOME/model-stack/reviews`. */
function makeLocalRecords({ env, home, log }) {
    const parent = (0,external_node_path_.join)(stateHome(env, home), 'model-stack');
    const directory = (0,external_node_path_.join)(parent, 'reviews');
    return {
        find: async (name) => {
            try {
                return (0,record_store/* isRecordName */.lx)(name) && [parent, directory].every(isOurs) ? readRecords(directory, name) : [];
            }
            catch (error) {
                log.debug(`Recorded reviews cannot be read: ${(0,record_store/* reasonOf */.A3)(error)}`);
                return [];
            }
        },
        keep: async (name, text) => {
            try {
                if (!(0,record_store/* isRecordName */.lx)(name))
                    return;
                if (!isOwnGround(parent))
                    throw new Error(`${parent} would lie in somebody else's directory`);
                (0,external_node_fs_.mkdirSync)(directory, { recursive: true, mode: 0o700 });
                if (![parent, directory].every(isOurs))
                    throw new Error(`${directory} is somebody else's`);
                writeRecord(directory, name, text);
                removeOldest(directory);
            }
            catch (error) {
                log.debug(`The review cannot be recorded: ${(0,record_store/* reasonOf */.A3)(error)}`);
            }
        },
    };
}
/** The specification of XDG ignores a path that is not absolute. */
function stateHome(env, home) {
    const given = env['XDG_STATE_HOME'] ?? '';
    return (0,external_node_path_.isAbsolute)(given) ? given : (0,external_node_path_.join)(home, '.local', 'state');
}
/** A directory, no link, that only we can write: root follows nobody else's. Elsewhere than on Unix there are no owners. */
function isOurs(path) {
    const found = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (found === undefined || !found.isDirectory())
        return false;
    const user = process.getuid?.();
    return user === undefined || (found.uid === user && (found.mode & SHARED) === 0);
}
/** Whether what is there already belongs to us: root with somebody else's HOME must leave nothing behind in it. */
function isOwnGround(path) {
    const found = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (found !== undefined)
        return process.getuid === undefined || found.uid === process.getuid();
    return (0,external_node_path_.dirname)(path) === path || isOwnGround((0,external_node_path_.dirname)(path));
}
/** Newest first. */
function listFiles(directory) {
    const files = (0,external_node_fs_.readdirSync)(directory).flatMap((file) => {
        const name = RECORD_FILE.exec(file)?.[1];
        const path = (0,external_node_path_.join)(directory, file);
        const found = name === undefined ? undefined : (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
        return name === undefined || found === undefined ? [] : [{ path, name, time: found.mtimeMs }];
    });
    return files.toSorted((a, b) => b.time - a.time);
}
function readRecords(directory, name) {
    const candidates = listFiles(directory).filter((file) => file.name === name);
    return candidates.slice(0, record_store/* MAX_CANDIDATES */.qy).flatMap(({ path }) => readRecord(path) ?? []);
}
/** Undefined for what is no regular file of ours, or too large. */
function readRecord(path) {
    // Windows has neither flag; a pipe must not hold us up.
    const descriptor = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0));
    try {
        const { size, uid } = (0,external_node_fs_.fstatSync)(descriptor);
        const ours = process.getuid === undefined || uid === process.getuid();
        const readable = (0,external_node_fs_.fstatSync)(descriptor).isFile() && ours && size <= record_store/* MAX_RECORD_BYTES */.xR;
        return readable ? (0,external_node_fs_.readFileSync)(descriptor, 'utf8') : undefined;
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
/** Whole or not at all, under a name that tells equal records from others. */
function writeRecord(directory, name, text) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
    const file = (0,external_node_path_.join)(directory, `${name}-${digest}.record`);
    const part = `${file}.${process.pid}.part`;
    try {
        (0,external_node_fs_.writeFileSync)(part, text, { mode: 0o600, flag: 'wx' });
        (0,external_node_fs_.renameSync)(part, file);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(part, { force: true });
        throw error;
    }
}
function removeOldest(directory) {
    for (const { path } of listFiles(directory).slice(MAX_FILES))
        (0,external_node_fs_.rmSync)(path, { force: true });
}

// EXTERNAL MODULE: ./src/host/run-directory.ts
var run_directory = __webpack_require__(989);
;// CONCATENATED MODULE: ./src/host/local-run.ts








/** On the command line there is no GitHub: a baseline file, and the reviews that this user had recorded. */
function localEarlierRuns(git, { checkout, settings, log, env, redact }) {
    return (0,earlier_runs/* makeEarlierRuns */.v)({
        ...{ github: undefined, git, log, redact, checkout, surface: 'command-line', need: 'same-tree' },
        store: makeLocalRecords({ env, home: (0,external_node_os_.homedir)(), log }),
        secrets: settings.credentials,
        place: (0,external_node_fs_.realpathSync)(checkout),
        ...{ category: settings.category, baseline: settings.baseline, queued: undefined, now: () => Date.now() },
    });
}
/** Runs the pipeline on a local checkout; nobody else moves its head. */
function runLocally(request, options) {
    return withHost(options, (host) => (0,pipeline.runPipeline)(request, host));
}
/** What the run would send, without sending anything. */
function estimateLocally(request, options) {
    return withHost(options, (host) => estimateReview(request, host));
}
async function withHost(options, run) {
    const directory = (0,run_directory/* makeRunDirectory */.L6)([(0,external_node_os_.tmpdir)(), '/var/tmp']);
    const interrupted = new AbortController();
    const onSignal = (signal) => interrupted.abort(new Error(`Interrupted (${signal}).`));
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
    try {
        const host = await (0,make_host.makeHost)({
            ...options,
            checkout: (0,external_node_fs_.realpathSync)(options.checkout),
            directory,
            serverUrl: options.env['GITHUB_SERVER_URL'] ?? 'https://github.com',
            signal: interrupted.signal,
            readHead: async () => ({ kind: 'same' }),
            runUrl: null,
            earlierRuns: (git) => localEarlierRuns(git, options),
        });
        return await run(host);
    }
    finally {
        process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
        directory.dispose();
    }
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

/***/ 5508:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IW: () => (/* binding */ branchNamed),
/* harmony export */   O5: () => (/* binding */ branchOfOrigin),
/* harmony export */   yG: () => (/* binding */ localBranch)
/* harmony export */ });
const LOCAL = 'refs/heads/';
const ORIGIN = 'refs/remotes/origin/';
/** The branch that git understands by a ref that resolves; undefined for a tag, a commit, HEAD or what lies beside one. */
async function branchNamed(ref, refs) {
    if (ref.startsWith('refs/'))
        return localBranch(ref) ?? branchOfOrigin(ref);
    // `main~1` and `main@{1}` are commits, not branches.
    if (ref === 'HEAD' || /[~^]|@\{/.test(ref))
        return undefined;
    const exists = async (name) => (await refs.resolveRef(name)) !== undefined;
    // In git's order: a tag wins over a branch of the same name.
    if (await exists(`refs/tags/${ref}`))
        return undefined;
    if (await exists(`${LOCAL}${ref}`))
        return ref;
    if (await exists(`refs/remotes/${ref}`))
        return branchOfOrigin(`refs/remotes/${ref}`);
    return (await exists(`${ORIGIN}${ref}`)) ? ref : undefined;
}
/** `main` of `refs/heads/main`. */
function localBranch(ref) {
    return nameBelow(LOCAL, ref);
}
/** `main` of `refs/remotes/origin/main`; origin's HEAD has no name of its own. */
function branchOfOrigin(ref) {
    const name = nameBelow(ORIGIN, ref);
    return name === 'HEAD' ? undefined : name;
}
function nameBelow(prefix, ref) {
    if (!ref.startsWith(prefix) || /[~^]|@\{/.test(ref))
        return undefined;
    return ref.slice(prefix.length);
}


/***/ }),

/***/ 6939:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
const maximumCharacters = 200;
/** Foreign text inside an error message: one line of ASCII, capped. */
function printable(text) {
    return text
        .slice(0, 2 * maximumCharacters)
        .replace(/[^\x20-\x7e]+/g, ' ')
        .slice(0, maximumCharacters);
}


/***/ })

};
