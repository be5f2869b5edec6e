export const id = 3;
export const ids = [3];
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

/***/ 4087:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ gitInDirectory),
  h: () => (/* binding */ openRepository)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
;// CONCATENATED MODULE: ./src/host/bare-repository.ts


/**
 * Writes an empty bare repository, as `git init --bare` makes one without a template, in the layout of
 * gitrepository-layout(5). No process has to be started for it, and no configuration of the machine has a say.
 */
function writeBareRepository(directory, format) {
    for (const below of [['objects', 'info'], ['objects', 'pack'], ['refs']])
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(directory, ...below), { recursive: true });
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, 'HEAD'), 'ref: refs/heads/main\n');
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, 'config'), configs[format]);
}
const configs = {
    sha1: '[core]\n\trepositoryformatversion = 0\n\tbare = true\n',
    sha256: '[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = sha256\n',
};

;// CONCATENATED MODULE: ./src/host/commit-lookup.ts
/** Names that are asked for in one turn of the event loop are looked up by one process. */
function makeCommitLookup(git) {
    let waiting = [];
    const askAll = async () => {
        const questions = waiting;
        waiting = [];
        const found = await findCommits(git, questions.map(({ name }) => name));
        for (const [index, { answer }] of questions.entries())
            answer(found[index]);
    };
    return (name) => {
        // One name a line; no name of a commit has such a character.
        if (/[\0\n]/.test(name))
            return Promise.resolve(undefined);
        return new Promise((answer) => {
            waiting.push({ name, answer });
            if (waiting.length === 1)
                setImmediate(askAll);
        });
    };
}
/** Never rejects: a name that git stumbles over leads to no commit, and spoils nothing for the others. */
async function findCommits(git, names) {
    const [only = ''] = names;
    if (names.length === 1)
        return [await findCommit(git, only)];
    try {
        const input = names.map((name) => `${name}^{commit}\n`).join('');
        const lines = (await git.read(['cat-file', '--batch-check'], { input })).toString().split('\n');
        return names.map((_, index) => /^([0-9a-f]{40,64}) commit \d+$/.exec(lines[index] ?? '')?.[1]);
    }
    catch {
        return Promise.all(names.map((name) => findCommit(git, name)));
    }
}
async function findCommit(git, name) {
    try {
        return (await git.read(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]))
            .toString()
            .trim();
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/host/find-executable.ts
var find_executable = __webpack_require__(3280);
;// CONCATENATED MODULE: ./src/host/git.ts








/** Git objects are read in one piece; a change bigger than this is refused by name. */
const DEFAULT_MAX_BYTES = 512 * 1024 * 1024;
const STDERR_KEPT = 4096;
/** Settings of ours that no configuration file may change; `-c` outranks every file. */
const FIXED_SETTINGS = [
    'core.fsmonitor=false',
    `core.hooksPath=${external_node_os_.devNull}`,
    `core.attributesFile=${external_node_os_.devNull}`,
    'core.pager=cat',
    'safe.directory=*',
    'gc.auto=0',
    'maintenance.auto=false',
    'fetch.writeCommitGraph=false',
    'submodule.recurse=false',
    'fetch.recurseSubmodules=false',
    // Kept as a pack: unpacking would touch the time of every object that the checkout has already.
    'fetch.unpackLimit=1',
    'credential.helper=',
    'protocol.allow=never',
    'protocol.file.allow=always',
    'protocol.http.allow=always',
    'protocol.https.allow=always',
    'protocol.ssh.allow=always',
];
/**
 * A private bare repository whose alternates are the checkout's objects. Everything is read through it, so the
 * checkout's configuration, attributes, hooks and refs never take part, and everything git writes (fetched objects,
 * trees of the index) lands here. See docs/decisions/0003.
 */
async function openRepository(options) {
    const executable = (0,find_executable/* findExecutable */.o)('git', [options.checkout]);
    if (executable === undefined)
        throw new errors.ConfigurationError('git was not found on PATH (outside the checkout). Install git 2.31 or newer.');
    const inCheckout = gitIn(executable, ['-C', options.checkout]);
    const layout = await readLayout(inCheckout, options.checkout);
    const git = initPrivate(executable, options.directory, layout);
    const resolveRef = makeCommitLookup(inCheckout);
    const findCommit = makeCommitLookup(git);
    return {
        git,
        resolveRef,
        hasCommit: async (sha) => (await findCommit(sha)) !== undefined,
        fetch: async (refspecs, depth) => {
            const url = await readOrigin(inCheckout, options.checkout);
            const env = { ...transportEnvironment(), ...tokenHeader(url, options) };
            await git.read([
                'fetch',
                '--quiet',
                '--no-tags',
                '--no-recurse-submodules',
                '--no-write-fetch-head',
                ...depth,
                '--',
                url,
                ...refspecs,
            ], { env });
        },
        shallowBoundary: () => readShallow(options.directory),
        commitOf: (what) => commitOf(what, { inCheckout, executable, options, layout, resolveRef }),
        originDefault: () => originDefault(inCheckout, resolveRef),
    };
}
async function readLayout(inCheckout, checkout) {
    try {
        const output = await inCheckout.read([
            'rev-parse',
            '--path-format=absolute',
            '--git-common-dir',
            '--show-object-format',
        ]);
        const [commonDirectory = '', objectFormat] = output.toString().trim().split('\n');
        return { commonDirectory, objectFormat: objectFormat === 'sha256' ? 'sha256' : 'sha1' };
    }
    catch (error) {
        throw new errors.ConfigurationError(`${checkout} is not a git checkout. Run inside one, or add a step with actions/checkout before this action. (${messageOf(error)})`, { cause: error });
    }
}
function initPrivate(executable, directory, layout) {
    writeBareRepository(directory, layout.objectFormat);
    addAlternate(directory, (0,external_node_path_.join)(layout.commonDirectory, 'objects'));
    const shallow = (0,external_node_path_.join)(layout.commonDirectory, 'shallow');
    if ((0,external_node_fs_.existsSync)(shallow))
        (0,external_node_fs_.copyFileSync)(shallow, (0,external_node_path_.join)(directory, 'shallow'));
    return gitIn(executable, [`--git-dir=${directory}`]);
}
/** Lets the repository in `directory` read the objects in `objects`. */
function addAlternate(directory, objects) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(directory, 'objects', 'info'), { recursive: true });
    (0,external_node_fs_.appendFileSync)((0,external_node_path_.join)(directory, 'objects', 'info', 'alternates'), `${quoteAlternate(objects)}\n`);
}
/** A path that starts with a double quote is unquoted by git; any other is taken as it is, up to the newline. */
function quoteAlternate(path) {
    if (/[\n\r]/.test(path))
        throw new errors.ConfigurationError('The path of the checkout holds a line break, which git alternates cannot carry. Move the checkout.');
    return path;
}
async function readOrigin(inCheckout, checkout) {
    const url = await inCheckout.read(['config', '--get', 'remote.origin.url']).then((output) => output.toString().trim(), () => '');
    if (url === '')
        throw new errors/* GitError */.XS('the checkout has no remote "origin" to fetch from');
    const isPath = !/^[a-z][a-z0-9+.-]*:\/\//i.test(url) && !/^[^/]+:/.test(url);
    return isPath && !(0,external_node_path_.isAbsolute)(url) ? (0,external_node_path_.resolve)(checkout, url) : url;
}
/** The branch by its own name where origin/HEAD leads to one, so that rules for that branch hold. */
async function originDefault(inCheckout, resolveRef) {
    const usual = ['refs/remotes/origin/HEAD', 'refs/remotes/origin/main', 'refs/remotes/origin/master'];
    const [target, ...found] = await Promise.all([symbolicTarget(inCheckout, usual[0] ?? ''), ...usual.map(resolveRef)]);
    // Where origin/HEAD leads to a commit, so does the branch that it stands for.
    if (target !== undefined && found[0] !== undefined)
        return target;
    return usual.find((_, index) => found[index] !== undefined);
}
async function symbolicTarget(inCheckout, ref) {
    try {
        const target = (await inCheckout.read(['rev-parse', '--verify', '--quiet', '--symbolic-full-name', ref]))
            .toString()
            .trim();
        return target.startsWith('refs/remotes/origin/') ? target : undefined;
    }
    catch (error) {
        if (error instanceof errors/* GitError */.XS)
            return undefined;
        throw error;
    }
}
function readShallow(directory) {
    const file = (0,external_node_path_.join)(directory, 'shallow');
    return (0,external_node_fs_.existsSync)(file)
        ? (0,external_node_fs_.readFileSync)(file, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
        : [];
}
/** Fixed, so that the same tree on the same parent is the same commit. */
const LOCAL_COMMITTER = {
    GIT_AUTHOR_NAME: 'local',
    GIT_AUTHOR_EMAIL: 'local@invalid',
    GIT_AUTHOR_DATE: '1700000000 +0000',
    GIT_COMMITTER_NAME: 'local',
    GIT_COMMITTER_EMAIL: 'local@invalid',
    GIT_COMMITTER_DATE: '1700000000 +0000',
};
async function commitOf(what, context) {
    const { inCheckout, executable, options, resolveRef } = context;
    const parent = await resolveRef('HEAD');
    if (parent === undefined)
        throw new errors.ConfigurationError('The checkout has no commit yet. Commit something first.');
    const entries = await inCheckout.read(['ls-files', '--stage', '-z', '--full-name', '--', ':/']);
    refuseUnmerged(entries);
    const store = await makeStore(context);
    await store.git.read(['update-index', '-z', '--index-info'], { input: entries });
    if (what === 'working-tree')
        await addWorkingTree(store, context);
    const tree = (await store.git.read(['write-tree', '--missing-ok'])).toString().trim();
    addAlternate(options.directory, (0,external_node_path_.join)(store.directory, 'objects'));
    const git = gitIn(executable, [`--git-dir=${options.directory}`]);
    const commit = ['commit-tree', tree, '-p', parent, '-m', `local ${what}`];
    return (await git.read(commit, { env: LOCAL_COMMITTER })).toString().trim();
}
/**
 * A repository for new objects that knows nothing of the checkout's: git renews the time of an object that it is asked
 * to write and finds in an alternate, and so would change the checkout.
 */
async function makeStore({ executable, options, layout }) {
    const directory = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(options.directory, 'local-'));
    // By git itself, which notes what the file system can do: files of the work tree are added here.
    const init = ['init', '--quiet', '--bare', '--template=', `--object-format=${layout.objectFormat}`, directory];
    await gitIn(executable, []).read(init);
    return { git: gitIn(executable, ['-c', 'core.compression=0', `--git-dir=${directory}`]), directory };
}
function refuseUnmerged(entries) {
    const unmerged = /(?:^|\0)\d{6} [0-9a-f]+ [1-3]\t/.test(entries.toString('latin1'));
    if (unmerged)
        throw new errors.ConfigurationError('The index holds unmerged paths. Finish or abort the merge first.');
}
/** `git add` with the private repository's configuration: no clean filter, hook or file-system monitor of the checkout can run. */
async function addWorkingTree(store, context) {
    const root = (await context.inCheckout.read(['rev-parse', '--show-toplevel'])).toString().replace(/\n$/, '');
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(store.directory, 'info'), { recursive: true });
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(store.directory, 'info', 'exclude'), await readExcludes(context));
    await store.git.read([`--work-tree=${root}`, '-c', 'core.bare=false', '-C', root, 'add', '--all', '--ignore-errors', '--', '.'], { env: { GIT_LITERAL_PATHSPECS: '1' } });
}
/** What the user ignores beyond the tree's own .gitignore files. */
async function readExcludes({ inCheckout, layout }) {
    const configured = await inCheckout.read(['config', '--path', '--get', 'core.excludesFile']).then((output) => output.toString().replace(/\n$/, ''), () => (0,external_node_path_.join)(process.env['XDG_CONFIG_HOME'] ?? (0,external_node_path_.join)(process.env['HOME'] ?? '/', '.config'), 'git', 'ignore'));
    const files = [(0,external_node_path_.join)(layout.commonDirectory, 'info', 'exclude'), configured];
    return files
        .filter((file) => (0,external_node_fs_.existsSync)(file))
        .map((file) => `${(0,external_node_fs_.readFileSync)(file, 'utf8')}\n`)
        .join('');
}
/** Variables that a transport needs; nothing else of the job reaches git. */
const TRANSPORT_VARIABLES = [
    'HTTP_PROXY',
    'http_proxy',
    'HTTPS_PROXY',
    'https_proxy',
    'ALL_PROXY',
    'all_proxy',
    'NO_PROXY',
    'no_proxy',
    'SSH_AUTH_SOCK',
    'HOME',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'CURL_CA_BUNDLE',
];
function transportEnvironment() {
    const env = {};
    for (const name of TRANSPORT_VARIABLES) {
        const value = process.env[name];
        if (value !== undefined && value !== '')
            env[name] = value;
    }
    const authority = env['CURL_CA_BUNDLE'] ?? env['SSL_CERT_FILE'] ?? process.env['NODE_EXTRA_CA_CERTS'];
    return authority === undefined || authority === '' ? env : { ...env, GIT_SSL_CAINFO: authority };
}
/** The token in git's environment, never in its arguments, and only for the server that it belongs to. */
function tokenHeader(url, { token, serverUrl }) {
    const server = serverUrl.replace(/\/+$/, '');
    if (token === undefined || token === '' || !url.startsWith(`${server}/`))
        return {};
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
    return {
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: `http.${server}/.extraheader`,
        GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
    };
}
const BASE_ENVIRONMENT = {
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: external_node_os_.devNull,
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: 'true',
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
};
/** git in a repository of our own making, such as the demo's. */
function gitInDirectory(directory) {
    const executable = (0,find_executable/* findExecutable */.o)('git', []);
    if (executable === undefined)
        throw new errors.ConfigurationError('git was not found on PATH. Install git 2.31 or newer.');
    return gitIn(executable, ['-C', directory]);
}
function gitIn(executable, where) {
    const settings = FIXED_SETTINGS.flatMap((setting) => ['-c', setting]);
    return { read: (args, options = {}) => runGit(executable, [...settings, ...where, ...args], options) };
}
function runGit(executable, args, options) {
    const env = {
        PATH: process.env['PATH'] ?? '',
        SYSTEMROOT: process.env['SYSTEMROOT'] ?? '',
        ...BASE_ENVIRONMENT,
        ...options.env,
    };
    return new Promise((fulfil, reject) => {
        const stdin = options.input === undefined ? 'ignore' : 'pipe';
        const child = (0,external_node_child_process_.spawn)(executable, args, { cwd: '/', env, stdio: [stdin, 'pipe', 'pipe'], windowsHide: true });
        const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
        const chunks = [];
        let size = 0;
        let stderr = '';
        const take = options.onOutput ?? ((chunk) => void chunks.push(chunk));
        child.stdout?.on('data', (chunk) => {
            size += chunk.length;
            try {
                if (size <= maxBytes)
                    take(chunk);
                else
                    child.kill('SIGKILL');
            }
            catch (error) {
                reject(error);
                child.stdout?.removeAllListeners('data').resume();
                child.kill('SIGKILL');
            }
        });
        child.stderr?.on('data', (chunk) => {
            stderr = (stderr + chunk.toString()).slice(-STDERR_KEPT);
        });
        child.stdin?.on('error', () => { }); // git may end before it has read all of its input; its exit code tells
        child.stdin?.end(options.input);
        child.on('error', reject);
        child.on('close', (code) => {
            if (size > maxBytes)
                reject(new errors/* GitError */.XS(`git printed more than ${maxBytes} bytes`));
            else if (code === 0)
                fulfil(Buffer.concat(chunks));
            else
                reject(new errors/* GitError */.XS(oneLine(stderr) || `git ended with exit code ${code}`));
        });
    });
}
function oneLine(text) {
    return text
        .trim()
        .split(/\s*\n\s*/)
        .join('; ');
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
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

/***/ 2864:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ readEventStream)
/* harmony export */ });
/** No event of a provider is longer; its last one repeats the whole answer. Bytes. */
const MAX_LINE_BYTES = 8 * 1024 * 1024;
const NEWLINE = 0x0a;
/** Calls `onData` with each data line's JSON for which `isWanted` is true; lines that are too long or no JSON are passed over. */
function readEventStream(handlers) {
    let pieces = [];
    let length = 0;
    let skipping = false;
    const finishLine = () => {
        const line = skipping ? '' : Buffer.concat(pieces).toString('utf8');
        pieces = [];
        length = 0;
        skipping = false;
        if (!line.startsWith('data:'))
            return;
        const data = line.slice('data:'.length);
        if (!handlers.isWanted(data))
            return;
        const value = tryJson(data);
        if (value !== undefined)
            handlers.onData(value);
    };
    const keep = (piece) => {
        length += piece.length;
        if (length > MAX_LINE_BYTES) {
            skipping = true;
            pieces = [];
        }
        if (!skipping && piece.length > 0)
            pieces.push(piece);
    };
    return {
        add(chunk) {
            let start = 0;
            for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
                keep(chunk.subarray(start, end));
                finishLine();
                start = end + 1;
            }
            keep(chunk.subarray(start));
        },
        end: finishLine,
    };
}
function tryJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 1688:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ describeFailure),
/* harmony export */   kg: () => (/* binding */ readProviderError),
/* harmony export */   tk: () => (/* binding */ toProviderFailure),
/* harmony export */   uA: () => (/* binding */ toQuote)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6921);


/** Longest text of a provider that a message repeats. */
const MAX_QUOTE_LENGTH = 300;
const EXPLANATIONS = {
    UNAUTHENTICATED: 'The provider does not accept the key; check the input that holds it and what the key may do.',
    QUOTA: "The account's quota is used up; check plan and billing.",
    RATE_LIMITED: 'The provider limits the rate of requests; run again later.',
    OVERLOADED: 'The provider is overloaded or broken; run again later.',
    MODEL_NOT_FOUND: 'The provider does not serve this model, or not to this key; name another one.',
    CONTEXT_TOO_LONG: 'The request is too large for this model; split the change.',
    CONNECTION: 'The provider could not be reached, or the connection broke; check the endpoint and run again.',
    STALLED: 'The provider did not answer in time; run again.',
    NO_REPLY: 'The answer was cut off at the output limit of the model; run again, or name another model.',
    REFUSED: "The provider's content filter stopped the request or the answer.",
    TIMED_OUT: 'The time of the run was over; raise timeout-minutes.',
    EXITED: 'The provider refuses the request.',
};
/** The first row that matches counts: what the provider names, before what its status says. */
const FAILURES = [
    // 1113 and 1308 are Z.ai's: balance used up, plan used up.
    {
        code: 'QUOTA',
        kinds: ['insufficient_quota', 'billing_error', 'billing_hard_limit_reached', 'usage_limit_reached', '1113', '1308'],
        statuses: [402],
        message: /^Your credit balance is too low/,
    },
    {
        code: 'CONTEXT_TOO_LONG',
        kinds: ['context_length_exceeded', 'request_too_large', 'string_above_max_length', '1261'],
        statuses: [413],
        message: /^(?:prompt is too long|input length and `max_tokens` exceed|The input token count|This model's maximum context length|Your input exceeds the context window)/,
    },
    {
        code: 'MODEL_NOT_FOUND',
        kinds: ['model_not_found', 'not_found_error', 'NOT_FOUND', '1211'],
        statuses: [404],
    },
    {
        code: 'REFUSED',
        kinds: ['content_filter', 'content_policy_violation', 'invalid_prompt', 'cyber_policy_violation', '1301'],
    },
    { code: 'RATE_LIMITED', kinds: ['rate_limit_exceeded', 'rate_limit_error', 'RESOURCE_EXHAUSTED'], statuses: [429] },
    {
        code: 'UNAUTHENTICATED',
        kinds: ['authentication_error', 'permission_error', 'invalid_api_key', 'UNAUTHENTICATED', 'PERMISSION_DENIED'],
        statuses: [401, 403],
        message: /^API key (?:not valid|expired)/,
    },
    {
        code: 'OVERLOADED',
        kinds: ['overloaded_error', 'server_is_overloaded', 'slow_down', 'server_error', 'api_error', 'UNAVAILABLE'],
    },
    { code: 'CONNECTION', statuses: [301, 302, 303, 307, 308, 407, 408] },
];
/** Why an exchange failed, and what to do. */
function toProviderFailure(error) {
    const row = FAILURES.find((candidate) => matches(candidate, error));
    const isBroken = error.status !== undefined && error.status >= 500;
    return describeFailure(row?.code ?? (isBroken ? 'OVERLOADED' : 'EXITED'), error);
}
/** A failure whose code is known, with the same explanation. */
function describeFailure(code, { status, message, retryAfter, }) {
    const quote = toQuote(message);
    const facts = [
        ...(status === undefined ? [] : [`HTTP status ${status}`]),
        ...(retryAfter === undefined
            ? []
            : [`retry after ${toQuote(retryAfter).slice(0, 40)}${/^\d+$/.test(retryAfter) ? ' s' : ''}`]),
    ];
    const parts = [
        EXPLANATIONS[code],
        ...(facts.length === 0 ? [] : [`(${facts.join(', ')})`]),
        ...(quote === '' ? [] : [`It says: ${quote}`]),
    ];
    return { code, status, message: parts.join(' ') };
}
const Scalar = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()]).nullish().catch(undefined);
const ErrorFields = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    type: Scalar,
    code: Scalar,
    status: Scalar,
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish().catch(undefined),
});
const ErrorBody = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ error: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([ErrorFields, zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()]) });
/** Kind and message of an error in any of the three formats: the body of an answer, or an event of a stream. */
function readProviderError(value) {
    // Google wraps an error in a list when it was asked for a stream.
    const body = ErrorBody.safeParse(Array.isArray(value) ? value[0] : value);
    const found = body.success ? body.data.error : ErrorFields.catch({}).parse(value);
    if (typeof found === 'string')
        return { kinds: [], message: found };
    const kinds = [found.code, found.type, found.status].flatMap((kind) => (kind == null ? [] : [String(kind)]));
    return { kinds, message: found.message ?? '' };
}
/** Foreign text as a short piece of one line, without control characters. */
function toQuote(text) {
    const line = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text.slice(0, 64 * 1024))
        .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
        .trim();
    return line.length > MAX_QUOTE_LENGTH ? `${line.slice(0, MAX_QUOTE_LENGTH - 1)}…` : line;
}
function matches(row, { status, kinds, message }) {
    return ((status !== undefined && row.statuses?.includes(status) === true) ||
        kinds.some((kind) => row.kinds?.includes(kind) === true) ||
        row.message?.test(message) === true);
}


/***/ }),

/***/ 6010:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ parseJsonBody)
/* harmony export */ });
/** Deeper than any request of a reviewer; a parser that recurses must not be handed more. */
const MAX_DEPTH = 64;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Parses a request body: UTF-8, nested at most 64 deep. */
function parseJsonBody(bytes) {
    if (!isShallow(bytes))
        return { kind: 'invalid', why: `The body is nested more than ${MAX_DEPTH} deep` };
    try {
        return { kind: 'json', value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
    }
    catch {
        return { kind: 'invalid', why: 'The body is not JSON in UTF-8' };
    }
}
/** One pass over the bytes, before anything recurses. */
function isShallow(bytes) {
    let depth = 0;
    let inString = false;
    for (let index = 0; index < bytes.length; index += 1) {
        const byte = bytes[index] ?? 0;
        if (inString) {
            if (byte === BACKSLASH)
                index += 1;
            else if (byte === QUOTE)
                inString = false;
        }
        else if (byte === QUOTE)
            inString = true;
        else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
            depth += 1;
            if (depth > MAX_DEPTH)
                return false;
        }
        else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT)
            depth -= 1;
    }
    return true;
}


/***/ }),

/***/ 7003:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ cacheRoot),
  $: () => (/* binding */ installed),
  makeHost: () => (/* binding */ makeHost)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/prompts.ts
var prompts = __webpack_require__(6224);
// EXTERNAL MODULE: ./src/reviewers/index.ts + 39 modules
var reviewers = __webpack_require__(8641);
// EXTERNAL MODULE: ./src/reviewers/pins/codex.ts
var codex = __webpack_require__(3982);
// EXTERNAL MODULE: ./src/host/abort.ts
var abort = __webpack_require__(7084);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./src/host/blob-files.ts

/** A file that a quote can be looked for in; nothing larger was shown to a reviewer as text. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** Characters of the texts that are kept: what is asked for again is asked for soon. */
const MAX_KEPT = 8 * 1024 * 1024;
/** Texts of both sides of a change, from git objects: the head for `new`, the merge base for `old`. */
function makeBlobFiles(git, change, diff) {
    const blobs = new Map();
    for (const file of diff.files) {
        blobs.set(`new\0${file.path}`, file.newBlob);
        blobs.set(`old\0${file.path}`, file.oldBlob);
        if (file.oldPath !== undefined)
            blobs.set(`old\0${file.oldPath}`, file.oldBlob);
    }
    const read = keepLast(inBatches(git));
    return {
        text: (side, path) => read(blobs.get(`${side}\0${path}`) ?? `${side === 'new' ? change.head : change.mergeBase}:${path}`),
    };
}
/** Answers again from memory what was read last; that something is no text is remembered for good. */
function keepLast(read) {
    const known = new Map();
    // In the order of their reading.
    const sizes = new Map();
    let kept = 0;
    const keep = (object, size) => {
        sizes.set(object, size);
        kept += size;
        for (const [oldest, length] of sizes) {
            if (kept <= MAX_KEPT || oldest === object)
                break;
            sizes.delete(oldest);
            known.delete(oldest);
            kept -= length;
        }
    };
    return (object) => {
        const answer = known.get(object);
        if (answer !== undefined)
            return answer;
        const asked = read(object);
        known.set(object, asked);
        return asked.then((text) => {
            if (text !== undefined)
                keep(object, text.length);
            return text;
        });
    };
}
const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Of the texts that are read at once. */
const MAX_BATCH_BYTES = 32 * 1024 * 1024;
/** What is asked for at once is read by one process: to start one takes the longer the more memory we hold. */
function inBatches(git) {
    let asked = [];
    let batch;
    const readAsked = () => {
        const objects = asked;
        asked = [];
        batch = undefined;
        return readTexts(git, objects);
    };
    return async (object) => {
        if (!OBJECT_ID.test(object))
            return readText(git, object);
        asked.push(object);
        batch ??= Promise.resolve().then(readAsked);
        return (await batch).get(object);
    };
}
async function readTexts(git, objects) {
    const present = objects.filter((object) => !ABSENT.test(object));
    const texts = new Map();
    if (present.length > 1) {
        const input = present.map((object) => `${object}\n`).join('');
        const output = await git.read(['cat-file', '--batch'], { input, maxBytes: MAX_BATCH_BYTES }).catch(() => undefined);
        if (output !== undefined)
            return toTexts(output, present);
    }
    // One alone, or more than may be held at once.
    for (const object of present)
        texts.set(object, await readText(git, object));
    return texts;
}
/** As git prints them: a line `id blob size`, the bytes and a line feed each; `id missing` for what there is not. */
function toTexts(output, objects) {
    const texts = new Map();
    let offset = 0;
    for (const object of objects) {
        const newline = output.indexOf(10, offset);
        if (newline === -1)
            break;
        const [, kind, size] = output.toString('latin1', offset, newline).split(' ');
        offset = newline + 1;
        if (size === undefined)
            continue;
        const bytes = output.subarray(offset, offset + Number(size));
        offset += bytes.length + 1;
        if (kind === 'blob' && bytes.length <= MAX_FILE_BYTES)
            texts.set(object, toText(bytes));
    }
    return texts;
}
function toText(bytes) {
    return (0,external_node_buffer_.isUtf8)(bytes) && !bytes.includes(0) ? bytes.toString('utf8') : undefined;
}
const ABSENT = /^0+$/;
async function readText(git, object) {
    if (ABSENT.test(object))
        return undefined;
    try {
        const bytes = await git.read(['cat-file', 'blob', object], { maxBytes: MAX_FILE_BYTES });
        return toText(bytes);
    }
    catch {
        return undefined; // no such file on this side, not a file, or too large: the quote stays unverified
    }
}

// EXTERNAL MODULE: ./src/host/find-executable.ts
var find_executable = __webpack_require__(3280);
// EXTERNAL MODULE: ./src/host/git.ts + 2 modules
var git = __webpack_require__(4087);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./src/host/install/given-tool.ts





const versionTimeoutMs = 10_000;
const versionOutputBytes = 64 * 1024;
/** The CLI that the user named with `cli-path`; throws ConfigurationError where it cannot be started. */
async function findGivenTool(tool, cliPath) {
    if (!(0,external_node_path_.isAbsolute)(cliPath))
        throw refused(tool, cliPath, 'is not an absolute path');
    const executable = await (0,promises_.realpath)(cliPath).catch(() => {
        throw refused(tool, cliPath, 'does not exist or cannot be reached');
    });
    if (!(await (0,promises_.stat)(executable)).isFile())
        throw refused(tool, cliPath, 'is not a file');
    // Windows has no executable mode, and Node starts its batch files only through a shell, which we never use.
    if (process.platform === 'win32' && !/\.exe$/i.test(executable))
        throw refused(tool, cliPath, 'is not an .exe file');
    await (0,promises_.access)(executable, external_node_fs_.constants.X_OK).catch(() => {
        throw refused(tool, cliPath, 'is not executable');
    });
    const version = await readVersion(executable);
    return { executable, directory: packageDirectory(tool, executable), version, bubblewrap: undefined };
}
function refused(tool, cliPath, why) {
    const accepted = `give the absolute path of an executable file, as in ${tool.name}=/opt/${tool.name}`;
    return new errors.ConfigurationError(`cli-path: ${JSON.stringify(cliPath.slice(0, 300))} ${why}; ${accepted}`);
}
/** A CLI that lies as in its own package needs that whole package; any other is taken to be on its own. */
function packageDirectory(tool, executable) {
    const layout = Object.values(tool.packages)
        .map((pin) => external_node_path_.sep + pin.executable.split('/').join(external_node_path_.sep))
        .find((path) => executable.endsWith(path));
    return layout === undefined ? (0,external_node_path_.dirname)(executable) : executable.slice(0, -layout.length);
}
/** What `--version` prints, without the name before it; 'unknown' where it prints no version. */
function readVersion(executable) {
    const options = { cwd: (0,external_node_path_.dirname)(executable), env: {}, timeout: versionTimeoutMs, maxBuffer: versionOutputBytes };
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_.execFile)(executable, ['--version'], { ...options, killSignal: 'SIGKILL' }, (error, stdout) => {
            const version = error === null ? /\d+\.\d+[\w.+-]{0,40}/.exec(stdout.slice(0, 200)) : null;
            resolve(version?.[0] ?? 'unknown');
        });
        child.stdin?.end();
    });
}

// EXTERNAL MODULE: ./src/host/http.ts
var http = __webpack_require__(5664);
;// CONCATENATED MODULE: ./src/host/install/system-error.ts
/**
 * 'ENOENT' and the like where the operating system reported an error, undefined for any other. Looks at the shape and
 * not at the class, which differs between realms (jest runs each test file in one of its own).
 */
function systemCodeOf(error) {
    if (typeof error !== 'object' || error === null || !('syscall' in error) || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}

;// CONCATENATED MODULE: ./src/host/install/install-error.ts



const noSpaceCodes = ['ENOSPC', 'EDQUOT'];
/** What a failed installation means to the user; errors that say it already, and our own bugs, are left as they are. */
function toInstallError(error, context) {
    if (error instanceof errors/* ReviewerError */.Qh || error instanceof errors.ConfigurationError)
        return error;
    const { tool, directory } = context;
    if (error instanceof http/* DownloadError */.nV) {
        const ways = 'set the input `registry` to a registry that has it, or `cli-path` to an installed CLI';
        return failed(`${tool.name} ${tool.version} could not be downloaded: ${error.message}; ${ways}`, error);
    }
    const code = systemCodeOf(error);
    if (code === undefined)
        return error;
    if (noSpaceCodes.includes(code)) {
        const ways = 'or set the input `cli-path` to an installed CLI';
        return failed(`No space left in ${directory} for ${tool.name} ${tool.version}: free ${neededMegabytes} MB ${ways}`, error);
    }
    return failed(`${tool.name} ${tool.version} could not be installed in ${directory}: ${code}`, error);
}
/** Bytes came that are not those of the pin. */
function mismatch(pin, why, cause) {
    const message = `the tarball of ${pin.package}@${pin.version} is not the pinned one: ${why}; nothing of it was run, set the input \`registry\` to another registry`;
    return new errors/* ReviewerError */.Qh('INTEGRITY', message, { cause });
}
/** The largest pinned package, for Windows, keeps 497 MB. */
const neededMegabytes = 600;
function failed(message, cause) {
    return new errors/* ReviewerError */.Qh('INSTALL_FAILED', message, { cause });
}

;// CONCATENATED MODULE: ./src/host/install/staging.ts


const prefix = '.unfinished-';
/** No installation takes this long; what is older was left by a process that was killed. */
const staleAfterMs = 60 * 60 * 1000;
/** A fresh directory that only we can enter (0700), on the same file system as its final place. */
function makeStaging(parent) {
    return (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, prefix));
}
/** Removes what killed processes left behind; an entry that resists is left alone. */
async function removeStaleStagings(parent) {
    const names = await (0,promises_.readdir)(parent);
    await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => removeIfStale((0,external_node_path_.join)(parent, name)).catch(() => { })));
}
async function removeIfStale(directory) {
    const { mtimeMs } = await (0,promises_.stat)(directory);
    if (Date.now() - mtimeMs > staleAfterMs)
        await (0,promises_.rm)(directory, { recursive: true, force: true });
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./src/host/install/verify.ts





const chunkBytes = 1024 * 1024;
/** Compares a package directory with its pin: exactly the pinned files, each regular and with the pinned sha256. */
async function verifyTool(pin, directory) {
    const root = await (0,promises_.lstat)(directory).catch(undefinedIfMissing);
    if (root === undefined)
        return { status: 'missing' };
    const detail = root.isDirectory()
        ? ((await firstUnknownEntry(pin, directory)) ?? (await firstChangedFile(pin, directory)))
        : 'it is not a directory';
    return detail === undefined ? { status: 'verified' } : { status: 'changed', detail };
}
/** The directories that the pinned files lie in, '.' included. */
function directoriesOf(pin) {
    const found = new Set(['.']);
    for (const path of Object.keys(pin.files)) {
        for (let parent = external_node_path_.posix.dirname(path); !found.has(parent); parent = external_node_path_.posix.dirname(parent))
            found.add(parent);
    }
    return [...found];
}
async function firstUnknownEntry(pin, directory) {
    const directories = new Set(directoriesOf(pin));
    for (const parent of directories) {
        const entries = await (0,promises_.readdir)((0,external_node_path_.join)(directory, parent), { withFileTypes: true }).catch(undefinedIfMissing);
        if (entries === undefined)
            return `${parent} is missing`;
        for (const entry of entries) {
            const path = parent === '.' ? entry.name : `${parent}/${entry.name}`;
            const known = entry.isDirectory() ? directories.has(path) : entry.isFile() && Object.hasOwn(pin.files, path);
            if (!known)
                return `${JSON.stringify(path.slice(0, 200))} does not belong there`;
        }
    }
    return undefined;
}
async function firstChangedFile(pin, directory) {
    for (const [path, expected] of Object.entries(pin.files)) {
        const file = await readRegularFile((0,external_node_path_.join)(directory, path));
        if (file === undefined)
            return `${path} is missing or not a regular file`;
        if (file.sha256 !== expected)
            return `${path} has another content`;
        const wrong = wrongMode(file.mode, path === pin.executable || path === pin.bubblewrap ? 'program' : 'data');
        if (wrong !== undefined)
            return `${path} ${wrong}`;
    }
    return undefined;
}
/** Windows has no such modes: its files all look writable and none executable. */
function wrongMode(mode, kind) {
    if (process.platform === 'win32')
        return undefined;
    if ((mode & 0o022) !== 0)
        return 'can be written by others';
    return kind === 'program' && (mode & 0o111) !== 0o111 ? 'is not executable' : undefined;
}
async function readRegularFile(path) {
    const found = await (0,promises_.lstat)(path).catch(undefinedIfMissing);
    if (found === undefined || !found.isFile())
        return undefined;
    // O_NOFOLLOW: between the look and the opening the file may become a link. Windows does not have the flag.
    const handle = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0));
    try {
        return { sha256: await sha256Of(handle), mode: found.mode };
    }
    finally {
        await handle.close();
    }
}
/** The thread pool reads into one buffer while this thread hashes the other. */
async function sha256Of(handle) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let hashed = Buffer.allocUnsafe(chunkBytes);
    let filled = Buffer.allocUnsafe(chunkBytes);
    let { bytesRead } = await handle.read(hashed, 0, chunkBytes);
    while (bytesRead > 0) {
        const reading = handle.read(filled, 0, chunkBytes);
        hash.update(hashed.subarray(0, bytesRead));
        bytesRead = (await reading).bytesRead;
        const swap = hashed;
        hashed = filled;
        filled = swap;
    }
    return hash.digest('hex');
}
function undefinedIfMissing(error) {
    const code = systemCodeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return undefined;
    throw error;
}

;// CONCATENATED MODULE: ./src/host/install/unpack.ts











/** Codex unpacks to 533 MB at most, its largest file has 383 MB. */
const maxUnpackedBytes = 1024 ** 3;
const maxFileBytes = 600 * 1024 ** 2;
const gunzipChunkBytes = 256 * 1024;
const tarPrefix = 'package/';
/**
 * Unpacks the pinned files of a gzipped tarball into `directory`, which is emptied first, and checks each one's
 * sha256. Everything else in the tarball is skipped. Rejects with ReviewerError INTEGRITY.
 */
async function unpack(tarball, pin, directory) {
    await (0,promises_.rm)(directory, { recursive: true, force: true });
    for (const path of directoriesOf(pin))
        await (0,promises_.mkdir)((0,external_node_path_.join)(directory, path), { recursive: true, mode: 0o700 });
    const written = await extractFiles(tarball, pin, directory);
    const missing = Object.keys(pin.files).find((path) => !written.some((file) => file.path === path));
    if (missing !== undefined)
        throw mismatch(pin, `${missing} is missing`);
    return { release: () => release(pin, directory, written) };
}
async function extractFiles(tarball, pin, directory) {
    const { extract } = await __webpack_require__.e(/* import() */ 118).then(__webpack_require__.t.bind(__webpack_require__, 6118, 19));
    const entries = extract();
    const written = [];
    let writing = Promise.resolve();
    // Kept beside the stream, which closes before it can carry it: a full disk must not look like a tampered tarball.
    let failure;
    entries.on('entry', (header, content, next) => {
        // Of an entry that nobody reads yet when the tarball breaks off; the pipeline reports it.
        content.on('error', () => { });
        writing = writeEntry({ header, content }, pin, directory).then((file) => {
            if (file !== undefined)
                written.push(file);
            next();
        }, (error) => {
            failure = error;
            next(new Error('an entry could not be written'));
        });
    });
    try {
        await (0,external_node_stream_promises_.pipeline)(tarball, (0,external_node_zlib_.createGunzip)({ chunkSize: gunzipChunkBytes }), limitTo(maxUnpackedBytes, pin), entries);
    }
    catch (error) {
        await writing;
        // The stream's own error first: when the connection breaks, the entry that was being written fails as well.
        throw [error, failure].find(isKnown) ?? mismatch(pin, 'it is not a readable gzipped tarball', error);
    }
    await writing;
    return written;
}
/** Errors that say what happened: ours and the operating system's. The rest comes from zlib and tar-stream. */
function isKnown(error) {
    return error instanceof errors/* ReviewerError */.Qh || error instanceof http/* DownloadError */.nV || systemCodeOf(error) !== undefined;
}
function limitTo(maxBytes, pin) {
    let total = 0;
    return new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            total += chunk.length;
            if (total > maxBytes)
                done(mismatch(pin, 'it unpacks to too much'));
            else
                done(null, chunk);
        },
    });
}
async function writeEntry(entry, pin, directory) {
    const { header, content } = entry;
    const path = header.name.startsWith(tarPrefix) ? header.name.slice(tarPrefix.length) : '';
    if (!Object.hasOwn(pin.files, path))
        return skip(content);
    if (header.type !== 'file')
        throw mismatch(pin, `${path} is not a regular file`);
    if ((header.size ?? 0) > maxFileBytes)
        throw mismatch(pin, `${path} is too large`);
    const sha256 = await writeNewFile((0,external_node_path_.join)(directory, path), content, pin);
    if (sha256 !== pin.files[path])
        throw mismatch(pin, `${path} has another sha256`);
    const isProgram = path === pin.executable || path === pin.bubblewrap;
    return { path, executable: isProgram || ((header.mode ?? 0) & 0o111) !== 0 };
}
async function skip(content) {
    for await (const chunk of content)
        giveBack(asBuffer(chunk));
    return undefined;
}
/** Fails where the file exists: a tarball that brings a file twice is not the pinned one. */
async function writeNewFile(file, content, pin) {
    const handle = await (0,promises_.open)(file, 'wx', 0o600).catch((error) => {
        throw systemCodeOf(error) === 'EEXIST' ? mismatch(pin, 'it holds a file twice', error) : error;
    });
    try {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        for await (const chunk of content) {
            const bytes = asBuffer(chunk);
            // The thread pool writes while this thread hashes.
            const written = handle.writeFile(bytes);
            hash.update(bytes);
            await written;
            giveBack(bytes);
        }
        return hash.digest('hex');
    }
    finally {
        await handle.close();
    }
}
function asBuffer(chunk) {
    if (Buffer.isBuffer(chunk))
        return chunk;
    throw new TypeError('tar-stream yields buffers');
}
/**
 * Frees an output buffer of gunzip with its last part, since nobody needs any part of it any more; this makes garbage
 * of 400 MB, and collecting it is slow and late. Only Node 22 and later can; before, it is left to the collector.
 */
function giveBack(chunk) {
    const memory = chunk.buffer;
    const isLastPart = chunk.byteOffset + chunk.byteLength === memory.byteLength;
    if (memory.byteLength !== gunzipChunkBytes || !isLastPart)
        return;
    if ('transfer' in memory && typeof memory.transfer === 'function')
        memory.transfer(0);
}
/** Another uid may run the tool, whatever our umask is: hence chmod and not the mode of `open`. */
async function release(pin, directory, files) {
    for (const file of files)
        await (0,promises_.chmod)((0,external_node_path_.join)(directory, file.path), file.executable ? 0o755 : 0o644);
    for (const path of directoriesOf(pin))
        await (0,promises_.chmod)((0,external_node_path_.join)(directory, path), 0o755);
}

;// CONCATENATED MODULE: ./src/host/install/tarball.ts






/** A version document is some kilobytes. */
const maxDocumentBytes = 1024 * 1024;
/** The largest pinned tarball has 187 MB. */
const maxTarballBytes = 1024 ** 3;
const VersionDocument = schemas/* looseObject */._H3({ dist: schemas/* looseObject */._H3({ tarball: schemas/* string */.YjP() }) });
/**
 * Downloads the pinned tarball, unpacks the pinned files and checks both against the pin. Resolves to the tarball's
 * size in bytes; rejects with ReviewerError INTEGRITY or DownloadError.
 */
async function downloadTarball(pin, target) {
    try {
        return await downloadFrom(usualUrl(pin, target.registry), pin, target);
    }
    catch (error) {
        if (!(error instanceof http/* DownloadError */.nV) || error.status !== 404)
            throw error;
        // Some mirrors keep tarballs elsewhere; only their version document tells where.
        return downloadFrom(await readTarballUrl(pin, target), pin, target);
    }
}
function usualUrl(pin, registry) {
    const baseName = pin.package.slice(pin.package.lastIndexOf('/') + 1);
    return `${registry}/${pin.package}/-/${baseName}-${pin.version}.tgz`;
}
async function readTarballUrl(pin, target) {
    const url = `${target.registry}/${pin.package.replace('/', '%2f')}/${pin.version}`;
    const text = await (0,http/* download */.RG)(url, (body) => tarball_readText(body, url), target.download);
    const tarball = parseTarballUrl(text);
    if (tarball !== undefined && (0,http/* isSameOrSafer */.BZ)(url, tarball))
        return tarball;
    throw new http/* DownloadError */.nV(`${(0,http/* shownUrl */.zA)(url)} does not name a tarball under http(s)`, { transient: false });
}
function parseTarballUrl(text) {
    try {
        return VersionDocument.safeParse(JSON.parse(text)).data?.dist.tarball;
    }
    catch {
        return undefined;
    }
}
async function tarball_readText(body, url) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        size += chunk.length;
        if (size > maxDocumentBytes)
            throw new http/* DownloadError */.nV(`${(0,http/* shownUrl */.zA)(url)} is too large`, { transient: false });
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
/** A try that broke off leaves its files behind, so each unpacks from scratch. */
function downloadFrom(url, pin, target) {
    return (0,http/* download */.RG)(url, (body) => unpackVerified(body, pin, (0,external_node_path_.join)(target.directory, 'package')), target.download);
}
async function unpackVerified(body, pin, directory) {
    const hash = (0,external_node_crypto_.createHash)('sha512');
    let size = 0;
    async function* hashed() {
        for await (const chunk of body) {
            size += chunk.length;
            if (size > maxTarballBytes)
                throw mismatch(pin, 'it is too large');
            hash.update(chunk);
            yield chunk;
        }
    }
    const unpacked = await unpack(hashed(), pin, directory);
    const integrity = `sha512-${hash.digest('base64')}`;
    if (integrity !== pin.integrity)
        throw mismatch(pin, `its integrity is ${integrity}, not ${pin.integrity}`);
    await unpacked.release();
    return size;
}

;// CONCATENATED MODULE: ./src/host/install.ts








/**
 * The pinned CLI, downloaded if needed and verified file by file right before it is handed out, or the user's own.
 * Throws ConfigurationError for a wrong `cli-path` and ReviewerError INSTALL_FAILED or INTEGRITY.
 */
async function installTool(tool, options) {
    if (options.cliPath !== undefined)
        return findGivenTool(tool, options.cliPath);
    const pin = pinFor(tool, options.platform);
    const place = placeFor(tool, pin, options);
    try {
        if (!(await isUsable(pin, place, { tool, log: options.log })))
            await installPackage(tool, pin, { ...options, place });
    }
    catch (error) {
        throw toInstallError(error, { tool, directory: place.parent });
    }
    return toInstalled(tool, pin, place.directory);
}
/** The CLI where it is already, verified; undefined where it would have to be downloaded. */
async function findInstalled(tool, options) {
    if (options.cliPath !== undefined)
        return findGivenTool(tool, options.cliPath);
    const pin = pinFor(tool, options.platform);
    const { directory } = placeFor(tool, pin, options);
    const { status } = await verifyTool(pin, directory);
    if (status !== 'verified')
        return undefined;
    return toInstalled(tool, pin, directory);
}
function toInstalled(tool, pin, directory) {
    return {
        executable: (0,external_node_path_.join)(directory, pin.executable),
        directory,
        version: tool.version,
        bubblewrap: pin.bubblewrap === undefined ? undefined : (0,external_node_path_.join)(directory, pin.bubblewrap),
    };
}
function pinFor(tool, platform) {
    const pin = Object.hasOwn(tool.packages, platform) ? tool.packages[platform] : undefined;
    if (pin !== undefined)
        return pin;
    throw new errors/* ReviewerError */.Qh('INSTALL_FAILED', `no build of ${tool.name} ${tool.version} is pinned for ${platform}: name an installed one with the input \`cli-path\``);
}
/** The integrity is part of the name, so that another pin of the same version never meets this one's files. */
function placeFor(tool, pin, options) {
    const digest = pin.integrity.replace(/^sha512-/, '').replace(/[^A-Za-z0-9]/g, '');
    const parent = (0,external_node_path_.join)(options.cacheRoot, 'model-stack', tool.name, `${tool.version}-${digest.slice(0, 12)}`);
    const architecture = options.platform.slice(options.platform.indexOf('-') + 1);
    return { parent, directory: (0,external_node_path_.join)(parent, architecture) };
}
async function isUsable(pin, place, context) {
    const check = await verifyTool(pin, place.directory);
    if (check.status === 'verified')
        return true;
    if (check.status === 'changed') {
        context.log.warning(`The cached ${context.tool.name} in ${place.directory} was changed (${check.detail}): it is removed and installed again.`);
        await (0,promises_.rm)(place.directory, { recursive: true, force: true });
    }
    return false;
}
async function installPackage(tool, pin, options) {
    const { log, place } = options;
    await (0,promises_.mkdir)(place.parent, { recursive: true, mode: 0o755 });
    await removeStaleStagings(place.parent);
    const registry = await options.registry();
    log.info(`Installing ${tool.name} ${tool.version} for ${options.platform}: ${pin.package}@${pin.version}`);
    const staging = await makeStaging(place.parent);
    try {
        const bytes = await downloadTarball(pin, { registry, directory: staging, download: options.download ?? {} });
        await moveIntoPlace(staging, pin, place);
        log.info(`Installed ${tool.name} ${tool.version}: ${Math.ceil(bytes / 1_000_000)} MB downloaded and verified`);
    }
    finally {
        await (0,promises_.rm)(staging, { recursive: true, force: true });
    }
}
/** Another process may have finished first: its files are used if they are the pinned ones. */
async function moveIntoPlace(staging, pin, place) {
    try {
        await (0,promises_.rename)((0,external_node_path_.join)(staging, 'package'), place.directory);
    }
    catch (error) {
        const theirs = await verifyTool(pin, place.directory);
        if (theirs.status === 'verified')
            return;
        if (theirs.status === 'missing')
            throw error;
        throw new errors/* ReviewerError */.Qh('INTEGRITY', `${place.directory} was changed while it was installed: ${theirs.detail}`);
    }
}

;// CONCATENATED MODULE: ./src/host/npm-registry.ts





const npmTimeoutMs = 30_000;
const npmOutputBytes = 64 * 1024;
/** What npm needs to find the machine's own configuration; everything else of the job could redirect it. */
const passedVariables = ['HOME', 'USERPROFILE', 'APPDATA', 'SystemRoot'];
/** Those of them that name a directory in which npm looks for configuration. */
const configurationDirectories = ['HOME', 'USERPROFILE', 'APPDATA'];
/** The npm registry to download from, without a slash at its end: the input, else the one npm is configured with. */
async function readRegistry(search) {
    if (search.input !== undefined)
        return validRegistry(search.input);
    const untrusted = search.untrusted.map(realPathOrSame);
    const npm = findNpm(search, untrusted);
    if (npm === undefined) {
        throw new errors/* ReviewerError */.Qh('INSTALL_FAILED', 'no npm beside node or on PATH that could tell the package registry: set the input `registry` to its URL');
    }
    const output = await askNpm(npm, environmentFor(search.env, untrusted));
    return configuredRegistry(output.split('\n', 1)[0] ?? '');
}
/** Checks the `registry` input; throws ConfigurationError. */
function validRegistry(text) {
    const registry = toRegistry(text);
    if (registry !== undefined)
        return registry;
    throw new errors.ConfigurationError(`registry: ${shown(text)} is not accepted; give an http or https URL without user name, password, query or fragment`);
}
function configuredRegistry(text) {
    const registry = toRegistry(text);
    if (registry !== undefined)
        return registry;
    throw new errors/* ReviewerError */.Qh('INSTALL_FAILED', `npm is configured with the registry ${shown(text)}, which is not a plain http or https URL: set the input \`registry\``);
}
function toRegistry(text) {
    const url = URL.parse(text.trim());
    if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
        return undefined;
    if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
        return undefined;
    return url.href.endsWith('/') ? url.href.slice(0, -1) : url.href;
}
/** Quoted for a message on one line; what stands before an @ may be a password and is left out. */
function shown(text) {
    return text.includes('@') ? 'a URL with credentials' : JSON.stringify(text.slice(0, 200));
}
function findNpm(search, untrusted) {
    for (const directory of [(0,external_node_path_.dirname)(search.nodePath), ...pathDirectories(search.env)]) {
        if (!(0,external_node_path_.isAbsolute)(directory))
            continue;
        const npm = npmIn(directory, search.nodePath, untrusted);
        if (npm !== undefined)
            return npm;
    }
    return undefined;
}
function npmIn(directory, nodePath, untrusted) {
    const file = [(0,external_node_path_.join)(directory, 'npm'), (0,external_node_path_.join)(directory, 'node_modules', 'npm', 'bin', 'npm-cli.js')]
        .map((candidate) => trustedFile(candidate, untrusted))
        .find((candidate) => candidate !== undefined && isNpm(candidate));
    if (file === undefined)
        return undefined;
    if (!isNodeScript(file))
        return { file, args: [] };
    // npm derives the place of its global configuration from the node that runs it, so the one beside it goes first.
    const node = trustedFile((0,external_node_path_.join)(directory, process.platform === 'win32' ? 'node.exe' : 'node'), untrusted);
    return { file: node ?? nodePath, args: [file] };
}
/** The real path of a file outside the untrusted directories, neither it nor its link inside. */
function trustedFile(file, untrusted) {
    try {
        const real = (0,external_node_fs_.realpathSync)(file);
        const places = [real, (0,external_node_path_.join)((0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(file)), (0,external_node_path_.parse)(file).base)];
        if (!(0,external_node_fs_.statSync)(real).isFile())
            return undefined;
        return untrusted.some((root) => places.some((place) => (0,find_executable/* isInside */.F)(root, place))) ? undefined : real;
    }
    catch {
        return undefined;
    }
}
/** Beside node.exe lies a script for a Unix shell that is called `npm` too; Windows cannot start that. */
function isNpm(file) {
    return isNodeScript(file) || (process.platform !== 'win32' && isExecutable(file));
}
function isExecutable(file) {
    try {
        (0,external_node_fs_.accessSync)(file, external_node_fs_.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}
function isNodeScript(file) {
    if (['.js', '.cjs', '.mjs'].includes((0,external_node_path_.extname)(file)))
        return true;
    const [firstLine = ''] = (0,external_node_fs_.readFileSync)(file).subarray(0, 200).toString('latin1').split('\n', 1);
    return firstLine.startsWith('#!') && firstLine.trimEnd().endsWith('node');
}
function environmentFor(env, untrusted) {
    const isUntrusted = (path) => !(0,external_node_path_.isAbsolute)(path) || untrusted.some((root) => (0,find_executable/* isInside */.F)(root, realPathOrSame(path)));
    const passed = passedVariables.flatMap((name) => {
        const value = env[name];
        if (value === undefined)
            return [];
        return configurationDirectories.includes(name) && isUntrusted(value) ? [] : [[name, value]];
    });
    const path = pathDirectories(env).filter((directory) => !isUntrusted(directory));
    return { ...Object.fromEntries(passed), PATH: path.join(external_node_path_.delimiter) };
}
function pathDirectories(env) {
    return (env.PATH ?? env.Path ?? '').split(external_node_path_.delimiter);
}
function realPathOrSame(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return path;
    }
}
/** In the root directory, so that no project's `.npmrc` is near; without log files and without a look for updates. */
function askNpm(npm, env) {
    const args = [...npm.args, 'config', 'get', 'registry', '--logs-max=0', '--no-update-notifier'];
    const options = { cwd: (0,external_node_path_.parse)(npm.file).root, env, timeout: npmTimeoutMs, maxBuffer: npmOutputBytes, shell: false };
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.execFile)(npm.file, args, options, (error, stdout) => {
            if (error === null)
                return resolve(stdout);
            const why = error.killed === true ? `did not answer in ${npmTimeoutMs / 1000} s` : `failed (${error.code})`;
            const message = `\`npm config get registry\` ${why}: set the input \`registry\` to the URL of the package registry`;
            reject(new errors/* ReviewerError */.Qh('INSTALL_FAILED', message, { cause: error }));
        });
        child.stdin?.end();
    });
}

// EXTERNAL MODULE: ./src/host/run-directory.ts
var run_directory = __webpack_require__(989);
// EXTERNAL MODULE: ./src/diff/read.ts + 5 modules
var read = __webpack_require__(1183);
// EXTERNAL MODULE: ./src/policy/globs.ts
var policy_globs = __webpack_require__(973);
;// CONCATENATED MODULE: ./src/host/search-files.ts



/** Of one run: each may read the whole head (a second in a tree of 70,000 files). */
const MAX_SEARCHES = 200;
const MAX_GLOBS = 20;
/** Names of files that hold one text; a text that is in more files than these bytes can name is there. */
const MAX_LISTING_BYTES = 256 * 1024 * 1024;
/** Searches the text files of a commit through git; the checkout takes no part. */
function makeSearch(git, head) {
    const commit = (0,read/* objectId */.Tu)(head);
    const searched = new Map();
    let allPaths;
    const listPaths = () => {
        allPaths ??= readPaths(git, commit);
        return allPaths;
    };
    return {
        find: (pattern, paths) => {
            const key = JSON.stringify([pattern, paths]);
            const known = searched.get(key);
            if (known !== undefined)
                return known;
            if (searched.size >= MAX_SEARCHES)
                return Promise.resolve(notSearched(`is beyond the ${MAX_SEARCHES} of one run`));
            const outcome = search({ git, commit, pattern, paths, listPaths });
            searched.set(key, outcome);
            return outcome;
        },
    };
}
async function search({ git, commit, pattern, paths, listPaths }) {
    // Several lines would be several patterns to git, and an argument cannot hold a NUL.
    if (/[\p{Cc}]/u.test(pattern) || pattern === '')
        return notSearched('is not for one line of text');
    const scope = toScope(paths);
    if (scope === undefined)
        return notSearched(`has paths that are no globs, or more than ${MAX_GLOBS}`);
    const path = (await filesWith(git, commit, pattern)).find(scope);
    if (path !== undefined)
        return { kind: 'found', path, line: await firstLine({ git, commit, pattern }, path) };
    const coversSomething = paths.length === 0 || (await listPaths()).some(scope);
    return coversSomething ? { kind: 'nothing' } : notSearched('has paths that match no file');
}
/** Whether a path is in the scope of a search; undefined for globs that could not be matched in bounded time. */
function toScope(paths) {
    if (paths.length === 0)
        return () => true;
    if (paths.length > MAX_GLOBS)
        return undefined;
    const globs = paths.map((path) => path.replace(/^\.\//, '').replace(/\/$/, '/**'));
    try {
        const matchers = (0,policy_globs/* checkGlobs */.EQ)(globs, 'searches').map(policy_globs/* globMatcher */.fU);
        return (path) => matchers.some((matches, index) => matches(path) || path.startsWith(`${globs[index]}/`));
    }
    catch (error) {
        if (error instanceof errors.ConfigurationError)
            return undefined;
        throw error;
    }
}
function filesWith(git, commit, pattern) {
    return grep(git, ['-l', '-e', pattern, commit, '--']).then((output) => withoutLast(output.split('\0')).map((name) => name.slice(commit.length + 1)));
}
/** Null where git does not know the path as it was printed, which is so for names that are not UTF-8. */
async function firstLine({ git, commit, pattern }, path) {
    const output = await grep(git, ['-n', '-e', pattern, commit, '--', `:(literal)${path}`]);
    const [, line] = output.split('\0', 2);
    return line === undefined ? null : Number(line);
}
async function readPaths(git, commit) {
    const output = await git.read(['--no-replace-objects', 'ls-tree', '-r', '-z', '--name-only', commit]);
    return withoutLast(output.toString('utf8').split('\0'));
}
/** What `git grep` prints; nothing where nothing matches, which it tells by its exit code. */
async function grep(git, args) {
    const options = ['--no-replace-objects', '-c', 'grep.column=false', 'grep', '-I', '-i', '-F', '-z', '--no-color'];
    try {
        const output = await git.read([...options, ...args], { maxBytes: MAX_LISTING_BYTES });
        return output.toString('utf8');
    }
    catch (error) {
        if (isNothing(error))
            return '';
        throw error;
    }
}
/** Without a word on standard error; whatever git could not read, it complains of there. */
function isNothing(error) {
    return error instanceof errors/* GitError */.XS && error.message === 'git ended with exit code 1';
}
function withoutLast(parts) {
    return parts.slice(0, -1);
}
function notSearched(why) {
    return { kind: 'not-searched', why };
}

// EXTERNAL MODULE: ./src/host/tree-proof.ts
var tree_proof = __webpack_require__(8555);
;// CONCATENATED MODULE: ./src/host/make-host.ts

















/** Everything that a run needs of the world, made from real files, processes and the network. */
async function makeHost(options) {
    const { settings, directory, checkout } = options;
    // Loaded while git works: nearly every run gets to its review.
    Promise.all(/* import() */[__webpack_require__.e(589), __webpack_require__.e(91)]).then(__webpack_require__.bind(__webpack_require__, 7091)).catch(() => { }); // whoever needs it is told
    const signal = (0,abort/* withDeadline */.N)(options.signal, settings.timeoutMs);
    const commits = await (0,git/* openRepository */.h)({
        checkout,
        directory: directory.repository,
        token: settings.githubToken,
        serverUrl: options.serverUrl,
    });
    return {
        log: options.log,
        commits,
        files: (change, diff) => makeBlobFiles(commits.git, change, diff),
        review: makeReviewPorts({ ...options, signal }),
        reviewers: reviewers/* reviewers */.r,
        snapshotDirectory: directory.snapshot,
        scratchDirectory: directory.root,
        signal,
        canIsolate: (reviewer) => reviewer.tool === undefined || process.platform === 'linux'
            ? { kind: 'possible' }
            : { kind: 'impossible', why: `${process.platform} has no sandbox for it` },
        hasCredential: (name) => settings.credentials[name] !== undefined,
        prompt: prompts/* readPrompt */.$,
        nonce: () => (0,external_node_crypto_.randomBytes)(16).toString('hex'),
        takeProof: () => (0,tree_proof/* takeProof */.o)(checkout),
        readHead: options.readHead,
        earlier: options.earlierRuns(commits.git),
        now: () => Date.now(),
        runUrl: options.runUrl,
        baseUrl: (id) => baseUrlOf(id, settings),
        search: (change) => makeSearch(commits.git, change.head),
    };
}
function baseUrlOf(id, { baseUrls }) {
    const endpoint = reviewers/* reviewers */.r.find((reviewer) => reviewer.id === id)?.baseUrl;
    return endpoint === undefined ? '' : (baseUrls[endpoint.input] ?? endpoint.vendor);
}
function makeReviewPorts(options) {
    const { log, settings } = options;
    return {
        log,
        now: () => performance.now(),
        requireCredential: (reviewer) => void endpointOf(reviewer, settings),
        install: (reviewer) => install(reviewer.tool, options, settings.cliPaths[reviewer.id]),
        openCell: async (request) => {
            // Only a run that gets this far needs the proxy and the sandbox.
            const { openCell } = await Promise.all(/* import() */[__webpack_require__.e(589), __webpack_require__.e(91)]).then(__webpack_require__.bind(__webpack_require__, 7091));
            return openCell(request, toCellOptions(request, options));
        },
    };
}
function toCellOptions({ reviewer, tool }, options) {
    const { directory, env, log, checkout } = options;
    return {
        directory,
        env,
        log,
        upstream: endpointOf(reviewer, options.settings),
        canaryFiles: [...directory.makeCanaries(), (0,external_node_path_.join)(checkout, '.git', 'HEAD')],
        secretPlaces: [checkout, (0,external_node_os_.homedir)(), env['RUNNER_TEMP'] ?? '', env['RUNNER_WORKSPACE'] ?? ''],
        bundledBubblewrap: async () => tool?.bubblewrap ?? (await install(codex/* codexTool */.c, options, undefined))?.bubblewrap,
    };
}
function endpointOf(reviewer, settings) {
    const key = settings.credentials[reviewer.credential];
    if (key === undefined) {
        const variable = reviewer.credential.replaceAll('-', '_').toUpperCase();
        throw new errors/* ReviewerError */.Qh('NO_CREDENTIAL', `${reviewer.id} has no key. Set the input ${reviewer.credential}, or ${variable} for the command line.`);
    }
    return { key, baseUrl: settings.baseUrls[reviewer.baseUrl.input] ?? reviewer.baseUrl.vendor };
}
async function install(tool, options, cliPath) {
    if (tool === undefined)
        return undefined;
    const { settings, env, checkout, log } = options;
    if (cliPath !== undefined)
        requireOutside(checkout, { tool, cliPath });
    return installTool(tool, {
        platform: `${process.platform}-${process.arch}`,
        cacheRoot: (0,run_directory/* makeDirectory */.Oh)(cacheRoot(env)),
        registry: () => readRegistry({ input: settings.registry, untrusted: [checkout], env, nodePath: process.execPath }),
        cliPath,
        log,
        download: { signal: options.signal },
    });
}
/** What lies in the checkout is the change's own: a pull request could bring its own reviewer. */
function requireOutside(checkout, { tool, cliPath }) {
    if (!(0,find_executable/* isInside */.F)(checkout, realPathOf(cliPath)))
        return;
    throw new errors.ConfigurationError(`cli-path: ${JSON.stringify(cliPath.slice(0, 300))} lies in the checkout, so the change under review could bring it; give ${tool.name} a place outside.`);
}
/** Where links lead; a path that does not exist is refused later, by name. */
function realPathOf(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return path;
    }
}
/** The CLI where it is on this machine already, verified; undefined where a review would have to download it. */
async function installed(tool, where) {
    if (tool === undefined)
        return undefined;
    const platform = `${process.platform}-${process.arch}`;
    return findInstalled(tool, { platform, cacheRoot: cacheRoot(where.env), cliPath: where.cliPath });
}
/** The runner's tool cache, else the user's; a root process needs one that its unprivileged child can reach. */
function cacheRoot(env) {
    const asRoot = process.getuid?.() === 0;
    const own = asRoot ? '/var/cache' : (env['XDG_CACHE_HOME'] ?? (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.cache'));
    const runner = env['RUNNER_TOOL_CACHE'] ?? '';
    if (runner !== '' && (!asRoot || (0,run_directory/* isReachable */.kj)((0,run_directory/* makeDirectory */.Oh)(runner))))
        return runner;
    return (0,external_node_path_.join)(!asRoot || (0,run_directory/* isReachable */.kj)(own) ? own : (0,external_node_os_.tmpdir)(), 'model-stack-action');
}


/***/ }),

/***/ 1941:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ request),
/* harmony export */   g6: () => (/* binding */ Agent),
/* harmony export */   sA: () => (/* binding */ createServer)
/* harmony export */ });
/**
 * `node:http` without its price: an import reads everything that the module exports, and on Node 24 one of these,
 * WebSocket, makes node load its whole other client for HTTP, which takes ten times as long as the rest.
 */
const { Agent, createServer, request } = process.getBuiltinModule('node:http');


/***/ }),

/***/ 6224:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readPrompt)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_2__);



/** Beside the program, from source and from dist alike: both lie one level below the package. */
const DIRECTORY = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(import.meta.url)), '..', 'prompts');
/** The text of `prompts/<name>.md`, for example 'review' or 'reviewers/codex'. */
function readPrompt(name) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(DIRECTORY, ...`${name}.md`.split('/')), 'utf8');
}


/***/ }),

/***/ 8641:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ reviewers)
});

// UNUSED EXPORTS: reviewerById

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
// EXTERNAL MODULE: ./src/host/key-proxy/failure-table.ts
var failure_table = __webpack_require__(1688);
;// CONCATENATED MODULE: ./src/reviewers/agent/call-failure.ts


/** A request that brought no turn of the model. */
class CallFailure extends Error {
    name = 'CallFailure';
    code;
    status;
    /** What the server said, as it said it. */
    said;
    retry;
    constructor(facts, options) {
        super(facts.message, options);
        this.code = facts.code;
        this.status = facts.status;
        this.said = facts.said;
        this.retry = facts.retry;
    }
}
const PASSING = ['RATE_LIMITED', 'OVERLOADED', 'CONNECTION'];
/** An answer whose status says that the request failed. */
function failureOfStatus(status, body, headers) {
    const said = (0,failure_table/* readProviderError */.kg)(body);
    const retryAfter = headers.get('retry-after') ?? undefined;
    const { code, message } = (0,failure_table/* toProviderFailure */.tk)({ status, ...said, retryAfter });
    // The key proxy says so of whatever holds for the rest of the run, the budget among it.
    const isFinal = headers.get('x-should-retry') === 'false' || !PASSING.includes(code);
    const retry = isFinal ? { kind: 'never' } : { kind: 'may', afterMs: readRetryAfter(headers, Date.now()) };
    return new CallFailure({ code, status, message, said: `${said.kinds.join(' ')} ${said.message}`, retry });
}
/** An error inside an answer that began well. */
function failureInStream(value) {
    const said = (0,failure_table/* readProviderError */.kg)(value);
    const { code, message } = (0,failure_table/* toProviderFailure */.tk)({ status: undefined, ...said });
    const retry = PASSING.includes(code) ? { kind: 'may', afterMs: undefined } : { kind: 'never' };
    return new CallFailure({ code, status: undefined, message, said: said.message, retry });
}
/** No answer, or one that ended before it was complete. */
function brokenConnection(why, cause) {
    const message = `The connection broke, or the answer was none; check the endpoint and run again. ${(0,failure_table/* toQuote */.uA)(why)}`;
    const retry = { kind: 'may', afterMs: undefined };
    return new CallFailure({ code: 'CONNECTION', status: undefined, message, said: '', retry }, { cause });
}
/** What the errors of both SDKs hold; `status` is undefined where no answer came. */
const SdkError = schemas/* looseObject */._H3({
    message: schemas/* string */.YjP().catch(''),
    status: schemas/* number */.aig().optional(),
    headers: schemas/* unknown */.L5J(),
    error: schemas/* unknown */.L5J().optional(),
});
/** The failure that an SDK threw. */
function failureOfSdk(error) {
    const { message, status, headers: given, error: body } = SdkError.parse(error);
    // Asked for here: whoever names the class makes node load its whole client for HTTP.
    const headers = given instanceof Headers ? given : undefined;
    if (status === undefined)
        return brokenConnection(message, error);
    return failureOfStatus(status, body ?? { message }, headers ?? new Headers());
}
/** Seconds or a date. Undefined: nothing usable is said. */
function readRetryAfter(headers, now) {
    const value = headers.get('retry-after') ?? '';
    if (/^\d{1,9}$/.test(value))
        return Number(value) * 1000;
    const at = /^\w{3}, /.test(value) ? Date.parse(value) : Number.NaN;
    return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

// EXTERNAL MODULE: ./src/host/abort.ts
var abort = __webpack_require__(7084);
;// CONCATENATED MODULE: ./src/reviewers/agent/call-signal.ts

/** Calls with a signal of the call's own that follows the other: SDKs listen to the one that they get, and never stop. */
async function withCallSignal(signal, call) {
    const ended = new AbortController();
    try {
        return await call((0,abort/* whenAnyAborts */.S)([signal], ended.signal).signal);
    }
    finally {
        ended.abort();
    }
}

// EXTERNAL MODULE: ./src/host/key-proxy/event-stream.ts
var event_stream = __webpack_require__(2864);
// EXTERNAL MODULE: ./src/host/key-proxy/json-body.ts
var json_body = __webpack_require__(6010);
// EXTERNAL MODULE: ./src/host/node-http.ts
var node_http = __webpack_require__(1941);
;// CONCATENATED MODULE: ./src/reviewers/agent/local-fetch.ts




const BODYLESS = [204, 205, 304];
/** Where the key proxy listens. */
const LOOPBACK = '127.0.0.1';
/**
 * `fetch` to the key proxy with these headers and no others: the SDK of Anthropic takes headers from the environment.
 * Over node's http, because the global one obeys proxy variables of the job (NODE_USE_ENV_PROXY) and gives up after five
 * minutes of its own.
 */
function makeLocalFetch(credential) {
    const headers = {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        'user-agent': 'model-stack-action',
        ...credential,
    };
    // One of its own, without a proxy; a conversation keeps its connection, which does not keep the process.
    const agent = new node_http/* Agent */.g6({ keepAlive: true });
    return async (target, init = {}) => {
        const url = new URL(target instanceof Request ? target.url : target);
        if (url.hostname !== LOOPBACK)
            throw new Error(`Only the key proxy on ${LOOPBACK} may be asked, not ${url.host}`);
        const body = typeof init.body === 'string' ? init.body : '';
        const message = await post(url, { agent, headers, body, signal: init.signal ?? undefined });
        const status = message.statusCode ?? 502;
        // As a whole: nobody looks at a part, the key proxy watches over silence and length, and web streams are slow.
        const answer = Buffer.concat(await message.toArray());
        return new Response(BODYLESS.includes(status) ? null : answer, { status, headers: toHeaders(message) });
    };
}
function post(url, { agent, headers, body, signal }) {
    return new Promise((resolve, reject) => {
        const outgoing = (0,node_http/* request */.Em)(url, {
            method: 'POST',
            agent,
            headers: { ...headers, 'content-length': Buffer.byteLength(body) },
            ...(signal === undefined ? {} : { signal }),
        });
        outgoing.on('error', reject);
        outgoing.on('response', resolve);
        outgoing.end(body);
    });
}
function toHeaders(message) {
    const headers = new Headers();
    for (const [name, value] of Object.entries(message.headers)) {
        if (typeof value === 'string')
            headers.set(name, value);
    }
    return headers;
}
/** Calls `onEvent` with every event of a stream, or once with a whole answer. Throws CallFailure. */
async function readAnswer(response, onEvent) {
    const answer = Buffer.from(await response.arrayBuffer());
    if (response.headers.get('content-type')?.toLowerCase().startsWith('text/event-stream') !== true) {
        const parsed = (0,json_body/* parseJsonBody */.Y)(answer);
        if (parsed.kind === 'invalid')
            throw brokenConnection('The answer is not JSON.');
        onEvent(parsed.value);
        return;
    }
    const events = (0,event_stream/* readEventStream */.x)({ isWanted: (data) => data.includes('{'), onData: onEvent });
    events.add(answer);
    events.end();
}

;// CONCATENATED MODULE: ./src/reviewers/agent/optional-settings.ts

/** All of them at first. */
function makeOptionalSettings(all) {
    const kept = new Map(all.map(({ name, named }) => [name, named]));
    const send = async (attempt) => {
        try {
            return await attempt();
        }
        catch (error) {
            const refused = findRefused(error, kept);
            if (refused === undefined)
                throw error;
            kept.delete(refused);
            return send(attempt);
        }
    };
    return { has: (name) => kept.has(name), drop: (name) => kept.delete(name), send };
}
function findRefused(error, kept) {
    if (!(error instanceof CallFailure) || (error.status !== 400 && error.status !== 422))
        return undefined;
    // One that is too long or filtered may well repeat such a word.
    if (error.code !== 'EXITED')
        return undefined;
    return [...kept].find(([, named]) => named.test(error.said))?.[0];
}

;// CONCATENATED MODULE: ./src/reviewers/agent/messages-conversation.ts






/** Older models and gateways do not know these. Where only output_config is named, the one goes and then the other. */
const SETTINGS = [
    { name: 'effort', named: /effort|output_config(?!\.format)/i },
    { name: 'format', named: /output_format|json_schema|structured.output|output_config(?!\.effort)/i },
    { name: 'thinking', named: /thinking|adaptive/i },
];
/** The API wants a limit; no model of the last years writes less. */
const MAX_OUTPUT_TOKENS = 32_000;
/** The key proxy has its own limits; the SDK's must not come first. Milliseconds. */
const NEVER_MS = 2_000_000_000;
const API_VERSION = '2023-06-01';
const CACHED = { cache_control: { type: 'ephemeral' } };
/** A conversation in the format of the Messages API, through the SDK of Anthropic. */
async function openMessagesConversation(opening) {
    const { Anthropic } = await __webpack_require__.e(/* import() */ 573).then(__webpack_require__.bind(__webpack_require__, 573));
    // Said in so many words: what is left out, the SDK takes from the environment or from files of the user.
    const client = new Anthropic({
        apiKey: opening.endpoint.key,
        authToken: null,
        webhookKey: null,
        baseURL: opening.endpoint.baseUrl,
        logLevel: 'off',
        openTelemetry: false,
        maxRetries: 0,
        timeout: NEVER_MS,
        fetch: makeLocalFetch({ 'x-api-key': opening.endpoint.key, 'anthropic-version': API_VERSION }),
    });
    const settings = makeOptionalSettings(SETTINGS);
    let messages = [];
    let model;
    const send = (body) => withCallSignal(opening.signal, async (signal) => {
        const sent = client.messages.create(body, { signal }).asResponse();
        const response = await sent.catch((error) => {
            throw error instanceof Anthropic.AnthropicError ? failureOfSdk(error) : error;
        });
        return readMessagesAnswer(response);
    });
    return {
        ask: async (step) => {
            const asked = [...messages, toMessage(step)];
            const answer = await settings.send(() => send(toBody(opening, { messages: asked, step, settings })));
            messages = [...asked, { role: 'assistant', content: answer.blocks.flatMap(toParam) }];
            model = answer.model ?? model;
            return toTurn(answer);
        },
        stopEnforcing: () => settings.drop('format'),
        model: () => model,
    };
}
function toBody(opening, { messages, step, settings }) {
    const format = { type: 'json_schema', schema: { ...opening.outputSchema } };
    const output = {
        ...(settings.has('effort') ? { effort: opening.effort } : {}),
        ...(settings.has('format') ? { format } : {}),
    };
    return {
        model: opening.model,
        max_tokens: MAX_OUTPUT_TOKENS,
        system: [{ type: 'text', text: opening.instructions, ...CACHED }],
        messages: withCacheMark(messages),
        tools: opening.tools.map(({ name, description, parameters }) => ({
            name,
            description,
            input_schema: { ...parameters, type: 'object' },
        })),
        tool_choice: { type: step.tools === 'offered' ? 'auto' : 'none' },
        stream: true,
        ...(settings.has('thinking') ? { thinking: { type: 'adaptive' } } : {}),
        ...(Object.keys(output).length === 0 ? {} : { output_config: output }),
    };
}
function toMessage({ say }) {
    if (typeof say === 'string')
        return { role: 'user', content: [{ type: 'text', text: say }] };
    const content = say.map(({ call, text, failed }) => ({ type: 'tool_result', tool_use_id: call.id, content: text, is_error: failed }));
    return { role: 'user', content };
}
/** The whole conversation is sent again with each turn; up to the mark it is paid for once. */
function withCacheMark(messages) {
    return messages.map((message, index) => {
        if (index < messages.length - 1 || message.role !== 'user' || typeof message.content === 'string')
            return message;
        const [last, ...before] = message.content.toReversed();
        if (last?.type !== 'text' && last?.type !== 'tool_result')
            return message;
        return { ...message, content: [...before.reverse(), { ...last, ...CACHED }] };
    });
}
/** One block of an answer, put together from its parts. */
const Block = schemas/* looseObject */._H3({
    type: schemas/* string */.YjP().max(100),
    id: schemas/* string */.YjP().max(256).catch(''),
    name: schemas/* string */.YjP().max(256).catch(''),
    text: schemas/* string */.YjP().catch(''),
    thinking: schemas/* string */.YjP().catch(''),
    signature: schemas/* string */.YjP().catch(''),
    data: schemas/* string */.YjP().catch(''),
});
const Delta = schemas/* looseObject */._H3({
    text: schemas/* string */.YjP().catch(''),
    thinking: schemas/* string */.YjP().catch(''),
    signature: schemas/* string */.YjP().catch(''),
    partial_json: schemas/* string */.YjP().catch(''),
});
const Name = schemas/* string */.YjP().max(200).nullish().catch(undefined);
const Event = schemas/* union */.KCZ([
    schemas/* looseObject */._H3({ type: schemas/* literal */.euz('message_start'), message: schemas/* looseObject */._H3({ model: Name }) }),
    schemas/* looseObject */._H3({ type: schemas/* literal */.euz('content_block_start'), index: schemas/* int */.Whr(), content_block: Block }),
    schemas/* looseObject */._H3({ type: schemas/* literal */.euz('content_block_delta'), index: schemas/* int */.Whr(), delta: Delta }),
    schemas/* looseObject */._H3({ type: schemas/* literal */.euz('message_delta'), delta: schemas/* looseObject */._H3({ stop_reason: Name }) }),
    schemas/* looseObject */._H3({ type: schemas/* literal */.euz('error') }),
]);
async function readMessagesAnswer(response) {
    const blocks = new Map();
    let model;
    let stop = '';
    await readAnswer(response, (value) => {
        const parsed = Event.safeParse(value);
        // Pings, ends of blocks, and what is invented next.
        if (!parsed.success)
            return;
        const event = parsed.data;
        switch (event.type) {
            case 'error':
                throw failureInStream(value);
            case 'message_start':
                model = event.message.model ?? undefined;
                return;
            case 'content_block_start':
                blocks.set(event.index, { ...event.content_block, input: '' });
                return;
            case 'content_block_delta':
                addDelta(blocks, event.index, event.delta);
                return;
            case 'message_delta':
                stop = event.delta.stop_reason ?? stop;
                return;
        }
    });
    if (stop === '')
        throw brokenConnection('The answer ended before it was complete.');
    return { model, stop, blocks: [...blocks.values()] };
}
function addDelta(blocks, index, delta) {
    const block = blocks.get(index);
    if (block === undefined)
        return;
    blocks.set(index, {
        ...block,
        text: block.text + delta.text,
        thinking: block.thinking + delta.thinking,
        signature: block.signature + delta.signature,
        input: block.input + delta.partial_json,
    });
}
function toTurn({ stop, blocks }) {
    if (stop === 'refusal' || stop === 'sensitive')
        return { kind: 'refused', why: stop };
    if (stop === 'max_tokens')
        return { kind: 'cut-off', why: stop };
    if (stop === 'model_context_window_exceeded') {
        const { code, message } = (0,failure_table/* describeFailure */.Ic)('CONTEXT_TOO_LONG', { status: undefined, message: stop });
        throw new CallFailure({ code, status: undefined, message, said: stop, retry: { kind: 'never' } });
    }
    const calls = blocks.filter(({ type }) => type === 'tool_use').map(toCall);
    const text = blocks.map((block) => (block.type === 'text' ? block.text : '')).join('');
    return calls.length > 0 ? { kind: 'calls', calls } : { kind: 'answer', text };
}
function toCall({ id, name, input }) {
    return { id, name, arguments: input };
}
/** What the model said as it wants to see it again; without its signed thoughts it refuses to go on. */
function toParam(block) {
    const { id, name, text, thinking, signature, data } = block;
    switch (block.type) {
        case 'text':
            return text === '' ? [] : [{ type: 'text', text }];
        case 'thinking':
            return [{ type: 'thinking', thinking, signature }];
        case 'redacted_thinking':
            return [{ type: 'redacted_thinking', data }];
        case 'tool_use':
            return [{ type: 'tool_use', id, name, input: toObject(block.input) }];
        default:
            return [];
    }
}
const JsonObject = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).catch({});
/** The API takes objects only; what was none was answered with an error already. */
function toObject(text) {
    try {
        return JsonObject.parse(JSON.parse(text));
    }
    catch {
        return {};
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/prompts.ts
var prompts = __webpack_require__(6224);
// EXTERNAL MODULE: ./src/review/request.ts + 2 modules
var request = __webpack_require__(4869);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/diff/invisible.ts
var invisible = __webpack_require__(4784);
;// CONCATENATED MODULE: ./src/reviewers/agent/snapshot-index.ts




/** Indexes by directory. The last one is kept, because each of the many conversations about a change asks for it. */
function makeSnapshotIndexes() {
    let last;
    return (directory) => {
        if (last?.directory !== directory)
            last = { directory, index: indexSnapshot(directory) };
        return last.index;
    };
}
/** Lists regular files; a link, of which a snapshot has none, is no file. */
async function indexSnapshot(directory) {
    const paths = [];
    for await (const path of walk(directory, ''))
        paths.push(path);
    paths.sort();
    const files = byShownName(paths);
    const folders = byShownName([...new Set(paths.flatMap(foldersOf))]);
    return {
        paths,
        file: (path) => files.get(path.replace(/^\.\//, '')),
        folder: (path) => {
            const name = path.replace(/^\.\//, '').replace(/\/$/, '');
            return name === '' && path !== '/' ? '' : name === '.' ? '' : folders.get(`${name}/`);
        },
        read: (path) => readRegular((0,external_node_path_.join)(directory, path)),
    };
}
async function* walk(root, below) {
    for (const entry of await (0,external_node_fs_promises_.readdir)((0,external_node_path_.join)(root, below), { withFileTypes: true })) {
        const path = `${below}${entry.name}`;
        if (entry.isDirectory())
            yield* walk(root, `${path}/`);
        else if (entry.isFile())
            yield path;
    }
}
/** The real name counts before what another one looks like. */
function byShownName(names) {
    return new Map([
        ...names.map((name) => [(0,invisible/* showPath */.P)(name), name]),
        ...names.map((name) => [name, name]),
    ]);
}
function foldersOf(path) {
    const folders = [];
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
        folders.push(path.slice(0, at + 1));
    return folders;
}
/** Not a link that somebody put there meanwhile, and nothing that blocks when it is opened. Windows knows no such flags. */
const FLAGS = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
async function readRegular(path) {
    const file = await (0,external_node_fs_promises_.open)(path, FLAGS);
    try {
        if (!(await file.stat()).isFile())
            throw new Error('The snapshot was changed: what was a file is none any more');
        return await file.readFile();
    }
    finally {
        await file.close();
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8439);
;// CONCATENATED MODULE: ./src/reviewers/agent/shown-lines.ts

/** What one call of a tool returns at most. */
const MAX_LINES = 400;
const MAX_BYTES = 32 * 1024;
/** Minified code has lines of megabytes. */
const MAX_LINE_CHARACTERS = 4_000;
/** An empty output. */
function makeShownLines() {
    const lines = [];
    let bytes = 0;
    let isFull = false;
    const add = (line) => {
        const size = Buffer.byteLength(line) + 1;
        // The first line always fits, or a file of one long line could not be read at all.
        isFull ||= lines.length >= MAX_LINES || (lines.length > 0 && bytes + size > MAX_BYTES);
        if (isFull)
            return false;
        bytes += size;
        lines.push(line);
        return true;
    };
    return { add, count: () => lines.length, text: () => lines.join('\n') };
}
/** A line of a file behind its number, as in the diff: what cannot be seen is made visible. */
function numberedLine(number, width, text) {
    const cut = text.length - MAX_LINE_CHARACTERS;
    const kept = cut > 0 ? `${text.slice(0, MAX_LINE_CHARACTERS)} … [${cut} characters more; search shows parts of it]` : text;
    return `${String(number).padStart(width)}  ${(0,invisible/* showInvisible */.j)(kept)}`;
}
/** The lines of a text, without the empty one after its last line end. */
function linesOf(text) {
    const lines = text.split('\n');
    return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
/** A NUL byte: no text, whatever its name says. */
function isBinary(content) {
    return content.includes(0);
}

;// CONCATENATED MODULE: ./src/reviewers/agent/tool.ts

/** Longer than any path of a snapshot with all its characters escaped. */
const PathArgument = schemas/* string */.YjP().max(20_000);
const LineNumber = schemas/* int */.Whr().min(1).max(100_000_000);
/** A refusal, in words from which the model can learn. */
function failed(text) {
    return { text, paths: [], failed: true };
}

;// CONCATENATED MODULE: ./src/reviewers/agent/read-file.ts




const ReadFileArguments = schemas/* strictObject */.rej({
    path: PathArgument.describe('File, relative to the root of the snapshot'),
    start_line: LineNumber.optional().describe('First line, from 1; the first of the file if left out'),
    end_line: LineNumber.optional().describe(`Last line; ${MAX_LINES} lines at most are shown`),
});
/** The asked lines of a file, numbered. */
async function readFile({ path: asked, start_line: first = 1, end_line: last }, snapshot) {
    const path = snapshot.file(asked);
    if (path === undefined)
        return failed(`There is no file ${quote(asked)}. ${PATH_RULE}`);
    const content = await snapshot.read(path);
    if (isBinary(content))
        return failed(`${quote(path)} is binary (${content.length} bytes) and not shown.`);
    const lines = linesOf(content.toString('utf8'));
    if (first > Math.max(1, lines.length))
        return failed(`${quote(path)} has ${lines.length} lines.`);
    return { text: render(path, lines, { first, last: Math.min(last ?? lines.length, lines.length) }), paths: [path] };
}
const PATH_RULE = 'Paths are relative to the root of the snapshot, exactly as list_files prints them.';
/** A name from the model or the repository as a visible word. */
function quote(path) {
    return `"${(0,invisible/* showPath */.P)(path.slice(0, 300))}"`;
}
function render(path, lines, { first, last }) {
    const isCrlf = lines.length > 0 && lines.every((line) => line.endsWith('\r'));
    const output = makeShownLines();
    const width = String(last).length;
    for (let number = first; number <= last; number += 1) {
        const line = lines[number - 1] ?? '';
        if (!output.add(numberedLine(number, width, isCrlf ? line.slice(0, -1) : line)))
            break;
    }
    const end = first + output.count() - 1;
    const header = `${(0,invisible/* showPath */.P)(path)} (${lines.length} lines${isCrlf ? ', CRLF line ends' : ''})`;
    const rest = end < last ? `\n[Cut after line ${end}; the rest from start_line ${end + 1}]` : '';
    return `${header}\n${output.text()}${rest}`;
}

;// CONCATENATED MODULE: ./src/reviewers/agent/list-files.ts





const ListFilesArguments = schemas/* strictObject */.rej({
    path: PathArgument.optional().describe('Directory, relative to the root of the snapshot; the root if left out'),
    pattern: schemas/* string */.YjP()
        .min(1)
        .max(200)
        .optional()
        .describe('Files at any depth whose path below the directory matches; * stands for any characters, also slashes'),
});
/** What lies directly in a directory, or everything below it that matches. */
function listFiles({ path: asked = '', pattern }, snapshot) {
    const folder = snapshot.folder(asked);
    if (folder === undefined)
        return failed(`There is no directory ${quote(asked)}. ${PATH_RULE}`);
    const below = snapshot.paths.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
    const names = pattern === undefined ? [...new Set(below.map(firstName))] : below.filter(makeMatcher(pattern));
    if (names.length === 0)
        return { text: '[No files]', paths: [] };
    const output = makeShownLines();
    for (const name of names) {
        if (!output.add((0,invisible/* showPath */.P)(folder + name)))
            break;
    }
    const rest = names.length - output.count();
    const note = rest === 0 ? '' : `\n[${rest} more; name a directory deeper down or a narrower pattern]`;
    return { text: output.text() + note, paths: [] };
}
function firstName(path) {
    const slash = path.indexOf('/');
    return slash < 0 ? path : path.slice(0, slash + 1);
}
/** The pieces between the stars, one after the other, the first at the start and the last at the end: no backtracking. */
function makeMatcher(pattern) {
    const [head = '', ...others] = pattern.replace(/^\.\//, '').split(/\*+/);
    const tail = others.pop();
    return (path) => {
        if (tail === undefined)
            return path === head;
        if (!path.startsWith(head) || !path.endsWith(tail))
            return false;
        let at = head.length;
        for (const piece of others) {
            const found = path.indexOf(piece, at);
            if (found < 0)
                return false;
            at = found + piece.length;
        }
        return at + tail.length <= path.length;
    };
}

;// CONCATENATED MODULE: ./src/reviewers/agent/search.ts





/**
 * Literal text only: a regular expression of the model, run over text of the change, could take as long as it likes, and
 * nothing in this process could stop it.
 */
const SearchArguments = schemas/* strictObject */.rej({
    pattern: schemas/* string */.YjP()
        .min(1)
        .max(500)
        .refine((text) => !/[\r\n]/.test(text), 'one line only')
        .describe('Literal text within one line, not a regular expression'),
    path: PathArgument.optional().describe('File or directory to search in; the whole snapshot if left out'),
    ignore_case: schemas/* boolean */.zMY().optional().describe('Whether case does not count; it does if left out'),
});
const LIMITS = { bytes: 256 * 1024 * 1024, fileBytes: 4 * 1024 * 1024 };
/** Around a hit in a long line. */
const MARGIN_CHARACTERS = 200;
/** The lines that hold a text, by file. Throws what `signal` aborts with. */
async function search(asked, snapshot, { signal, limits = LIMITS }) {
    const paths = search_select(asked.path ?? '', snapshot);
    if (paths === undefined)
        return failed(`There is no file or directory ${quote(asked.path ?? '')}. ${PATH_RULE}`);
    const find = makeFinder(asked);
    const output = makeShownLines();
    const hits = new Set();
    let left = limits.bytes;
    let skipped = 0;
    for (const path of paths) {
        signal.throwIfAborted();
        const content = await snapshot.read(path);
        left -= content.length;
        if (left < 0)
            return finish(output, hits, ['The search ended early: too much to read; name a directory']);
        if (content.length > limits.fileBytes)
            skipped += 1;
        else if (!isBinary(content)) {
            const { shown, isFull } = addHits(output, { path, lines: linesOf(content.toString('utf8')), find });
            if (shown)
                hits.add(path);
            if (isFull)
                return finish(output, hits, ['There may be more; name a directory, a file or a longer text']);
        }
    }
    return finish(output, hits, skipped === 0 ? [] : [`${skipped} files over ${limits.fileBytes} bytes were not searched`]);
}
function search_select(asked, snapshot) {
    const file = snapshot.file(asked);
    if (file !== undefined)
        return [file];
    const folder = snapshot.folder(asked);
    return folder === undefined ? undefined : snapshot.paths.filter((path) => path.startsWith(folder));
}
function makeFinder({ pattern, ignore_case }) {
    if (ignore_case !== true)
        return (line) => line.indexOf(pattern);
    const lower = pattern.toLowerCase();
    return (line) => line.toLowerCase().indexOf(lower);
}
/** The name of a file stands once, before its first hit. */
function addHits(output, { path, lines, find }) {
    const width = String(lines.length).length;
    let shown = false;
    for (const [index, line] of lines.entries()) {
        const at = find(line);
        if (at < 0)
            continue;
        const head = shown ? '' : `${(0,invisible/* showPath */.P)(path)}\n`;
        if (!output.add(`${head}${numberedLine(index + 1, width, windowOf(line, at))}`))
            return { shown, isFull: true };
        shown = true;
    }
    return { shown, isFull: false };
}
function windowOf(line, at) {
    const from = Math.max(0, at - MARGIN_CHARACTERS);
    // The pattern is at most 500 characters long.
    const to = at + 500 + MARGIN_CHARACTERS;
    return `${from > 0 ? '… ' : ''}${line.slice(from, to)}${to < line.length ? ' …' : ''}`;
}
function finish(output, hits, notes) {
    const found = output.count() === 0 ? 'No line found.' : output.text();
    return { text: [found, ...notes.map((note) => `[${(0,invisible/* showInvisible */.j)(note)}]`)].join('\n'), paths: [...hits] };
}

;// CONCATENATED MODULE: ./src/reviewers/agent/toolbox.ts






/** What the model is told of the tools. */
function toolDefinitions() {
    return [
        {
            name: 'list_files',
            description: 'Lists a directory of the snapshot, or all files below it that match a pattern.',
            parameters: toParameters(ListFilesArguments),
        },
        {
            name: 'read_file',
            description: 'Shows a file of the snapshot, or a range of its lines, with line numbers in front.',
            parameters: toParameters(ReadFileArguments),
        },
        {
            name: 'search',
            description: 'Shows the lines of the snapshot that hold a literal text, with line numbers, by file.',
            parameters: toParameters(SearchArguments),
        },
    ];
}
function toParameters(schema) {
    const { $schema: _, ...parameters } = json_schema_processors/* toJSONSchema */.bl(schema, { target: 'draft-7' });
    return parameters;
}
/** Everything is still in the box. */
function makeToolbox(options) {
    const read = new Set();
    let left = options.maxBytes;
    const run = async (call) => {
        const outcome = left <= 0 ? failed(NOTHING_LEFT) : await perform(call, options);
        const size = Buffer.byteLength(outcome.text);
        left -= size;
        // What does not fit is not given out in part: its end would be missing without a word.
        if (left < 0 && outcome.failed === undefined)
            return { call, text: NOTHING_LEFT, failed: true };
        for (const path of outcome.paths) {
            if (read.has(path))
                continue;
            read.add(path);
            options.onRead(path);
        }
        return { call, text: outcome.text, failed: outcome.failed === true };
    };
    return { run, filesRead: () => [...read], isEmpty: () => left <= 0 };
}
const NOTHING_LEFT = 'The limit of what may be read in this review is reached. Answer now; list under notVerified what you could not check.';
async function perform(call, { snapshot, signal }) {
    const given = readArguments(call.arguments);
    if (given === undefined)
        return failed('The arguments are not a JSON object.');
    switch (call.name) {
        case 'list_files':
            return withArguments(ListFilesArguments, given, (checked) => listFiles(checked, snapshot));
        case 'read_file':
            return withArguments(ReadFileArguments, given, (checked) => readFile(checked, snapshot));
        case 'search':
            return withArguments(SearchArguments, given, (checked) => search(checked, snapshot, { signal }));
        default:
            return failed('There is no tool of that name; there are list_files, read_file and search.');
    }
}
const toolbox_JsonObject = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
/** Some models write null for what they leave out, and nothing at all for no arguments. */
function readArguments(text) {
    try {
        const parsed = toolbox_JsonObject.safeParse(JSON.parse(text.trim() === '' ? '{}' : text));
        if (!parsed.success)
            return undefined;
        return Object.fromEntries(Object.entries(parsed.data).filter(([, value]) => value !== null));
    }
    catch {
        return undefined;
    }
}
async function withArguments(schema, given, run) {
    const parsed = schema.safeParse(given);
    if (parsed.success)
        return run(parsed.data);
    const problems = parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`);
    return failed(`The arguments do not fit: ${(0,invisible/* showInvisible */.j)(problems.join('; ').slice(0, 500))}`);
}

;// CONCATENATED MODULE: ./src/reviewers/agent/review-loop.ts








const review_loop_LIMITS = { turns: 60, pausesMs: [1_000, 4_000], longestPauseMs: 120_000 };
/** More calls than this in one turn are refused, each with a result that says so. */
const MAX_CALLS_AT_ONCE = 32;
/** What the models take besides the longest prompt. */
const ROOM_TOKENS = 60_000;
/**
 * Reviews by a model that reads the snapshot through tools of ours. `name` is that of the reviewer and its prompt. A
 * change is reviewed in many conversations: the snapshot, which never changes, is listed for the first of them.
 */
function makeReviewLoop({ name, open }, limits = review_loop_LIMITS) {
    const indexOf = makeSnapshotIndexes();
    let tools;
    return async (request, io) => {
        try {
            tools ??= toolDefinitions();
            const conversation = await open({
                endpoint: io.endpoint,
                model: request.model,
                effort: request.effort,
                instructions: (0,prompts/* readPrompt */.$)(`reviewers/${name}`),
                tools,
                outputSchema: request.outputSchema,
                signal: request.signal,
            });
            const toolbox = openToolbox(await indexOf(request.snapshot), request, io);
            return await converse({ conversation, toolbox, request, io, limits });
        }
        catch (error) {
            throw explain(error, request.signal);
        }
    };
}
function openToolbox(snapshot, { prompt, signal }, io) {
    return makeToolbox({
        snapshot,
        signal,
        maxBytes: (request/* REQUEST_TOKENS */.BI + ROOM_TOKENS - Math.min(request/* REQUEST_TOKENS */.BI, (0,request/* estimateTokens */.bP)(prompt))) * request/* BYTES_PER_TOKEN */.QU,
        onRead: (path) => io.onEvent({ kind: 'read', path }),
    });
}
async function converse(loop) {
    const { conversation, toolbox, request, limits } = loop;
    let step = { say: request.prompt, tools: 'offered' };
    // An answer in its enforced form that came before anything was read; it stands if nothing is read then either.
    let unread;
    for (let turns = 1; turns <= limits.turns; turns += 1) {
        const turn = await askPatiently(step, loop);
        if (turn.kind === 'calls') {
            if (step.tools === 'withheld')
                throw withoutAnswer(turns);
            unread = undefined;
            step = await toNextStep(turn.calls, loop, limits.turns - turns);
            continue;
        }
        const text = unread ?? requireText(turn);
        if (turns > 1 || !conversation.stopEnforcing()) {
            return { text, model: conversation.model() ?? request.model, filesRead: toolbox.filesRead(), turns };
        }
        unread = text;
        step = { say: NOTHING_READ, tools: 'offered' };
    }
    throw withoutAnswer(limits.turns);
}
function withoutAnswer(turns) {
    return new errors/* ReviewerError */.Qh('NO_REPLY', `The model went on calling tools and gave no answer in ${turns} turns, also when it was told to. Run again; if it stays, try another model.`);
}
const NOTHING_READ = 'You answered without having called a tool. If the task needs the files, read them now and answer then; if it does not, say so in a word, and your answer stands.';
const ANSWER_NOW = '[No further calls are possible. Answer now; list under notVerified what you could not check.]';
function requireText(turn) {
    switch (turn.kind) {
        case 'refused':
            throw new errors/* ReviewerError */.Qh('REFUSED', `The provider's content filter stopped the answer. ${(0,failure_table/* toQuote */.uA)(turn.why)}`);
        case 'cut-off':
            throw new errors/* ReviewerError */.Qh('NO_REPLY', `The answer was cut off at the output limit of the model; run again, or name another model. ${(0,failure_table/* toQuote */.uA)(turn.why)}`);
        case 'answer':
            if (turn.text.trim() !== '')
                return turn.text;
            throw new errors/* ReviewerError */.Qh('NO_REPLY', 'The model ended its turn without an answer. Run again; if it stays, try another model.');
    }
}
async function toNextStep(calls, { toolbox, io }, turnsLeft) {
    const results = [];
    for (const [index, call] of calls.entries()) {
        const result = index < MAX_CALLS_AT_ONCE ? await toolbox.run(call) : refuseCall(call);
        io.onEvent({ kind: 'command', command: describeCall(call), exitCode: result.failed ? 1 : 0 });
        results.push(result);
    }
    if (turnsLeft > 1 && !toolbox.isEmpty())
        return { say: results, tools: 'offered' };
    const last = results.pop();
    const warned = last === undefined ? [] : [{ ...last, text: `${last.text}\n${ANSWER_NOW}` }];
    return { say: [...results, ...warned], tools: 'withheld' };
}
function refuseCall(call) {
    return { call, text: `At most ${MAX_CALLS_AT_ONCE} calls at once are answered.`, failed: true };
}
function describeCall(call) {
    return (0,failure_table/* toQuote */.uA)(`${call.name.slice(0, 100)} ${call.arguments.slice(0, 1_000)}`);
}
/** What passes is asked for again, as often as there are pauses. */
async function askPatiently(step, { conversation, request, io, limits }) {
    for (const pauseMs of limits.pausesMs) {
        try {
            return await conversation.ask(step);
        }
        catch (error) {
            if (request.signal.aborted || !(error instanceof CallFailure) || error.retry.kind === 'never')
                throw error;
            const { afterMs } = error.retry;
            if (afterMs !== undefined && afterMs > limits.longestPauseMs)
                throw error;
            io.onEvent({ kind: 'warning', text: `${error.code}: ${error.message} Asking again.` });
            await (0,promises_.setTimeout)(afterMs ?? pauseMs, undefined, { signal: request.signal });
        }
    }
    return conversation.ask(step);
}
/** What goes on once the run is called off is nobody's failure; a bug stays one. */
function explain(error, signal) {
    if (signal.aborted)
        return interruption(signal);
    return error instanceof CallFailure ? new errors/* ReviewerError */.Qh(error.code, error.message, { cause: error }) : error;
}
function interruption({ reason }) {
    if (reason instanceof errors/* ReviewerError */.Qh)
        return reason;
    return new errors/* ReviewerError */.Qh('TIMED_OUT', reason instanceof Error ? (0,failure_table/* toQuote */.uA)(reason.message) : 'The review ran out of time.');
}

;// CONCATENATED MODULE: ./src/reviewers/anthropic-api.ts


const DEFAULT_MODEL = 'claude-opus-5-5';
/** Anthropic's Messages API, without a CLI. */
const anthropicApi = makeAnthropicApi();
/** The reviewer with limits of one's own; only tests need others. */
function makeAnthropicApi(limits) {
    return {
        id: 'anthropic-api',
        family: 'anthropic',
        defaultModel: DEFAULT_MODEL,
        credential: 'anthropic-api-key',
        baseUrl: { input: 'anthropic-base-url', vendor: 'https://api.anthropic.com' },
        tool: undefined,
        wire: 'messages',
        tryOwnSandbox: () => Promise.resolve('off'),
        review: makeReviewLoop({ name: 'anthropic-api', open: openMessagesConversation }, limits),
    };
}

;// CONCATENATED MODULE: ./src/reviewers/claude/command-line.ts
/** All that the model may do: read. There is no shell, so nothing of its doing reaches the key proxy. */
const TOOLS = ['Read', 'Grep', 'Glob'];
const PERMISSION_MODE = 'dontAsk';
/** Never run, whatever a later version offers, and never read. */
const DENIED = [
    'Bash',
    'Write',
    'Edit',
    'NotebookEdit',
    'WebFetch',
    'WebSearch',
    'Task',
    'Skill',
    'Read(./.git/**)',
    'Read(//proc/**)',
    'Read(//sys/**)',
    'Read(//dev/**)',
    // Sent as pictures and documents, which the key proxy does not let pass.
    ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'pdf'].map((extension) => `Read(./**/*.${toAnyCase(extension)})`),
];
/** The arguments of a review; the prompt comes by standard input. */
function toReviewArguments({ request, workspace, dialect }) {
    return [
        '--print',
        '--verbose',
        '--output-format=stream-json',
        '--input-format=text',
        // One argument each, so that no value can be taken for an option.
        `--model=${request.model}`,
        `--effort=${dialect.efforts[request.effort]}`,
        `--tools=${TOOLS.join(',')}`,
        `--permission-mode=${PERMISSION_MODE}`,
        '--permission-prompts=none',
        // Nothing of the project or the user is read: settings, hooks, agents, memory.
        '--setting-sources=',
        '--restricted',
        '--safe-mode',
        '--strict-mcp-config',
        '--disable-slash-commands',
        '--no-session-persistence',
        '--no-chrome',
        `--settings=${JSON.stringify({ permissions: { deny: DENIED }, disableAllHooks: true })}`,
        `--system-prompt-file=${workspace.systemPrompt}`,
        `--json-schema=${JSON.stringify(request.outputSchema)}`,
    ];
}
/** No review is longer; the thinking before it counts too. */
const command_line_MAX_OUTPUT_TOKENS = 32_000;
const MAX_RETRIES = 2;
/** The environment of the CLI, made from nothing. */
function toEnvironment(run) {
    const { request, workspace, endpoint, dialect, limits } = run;
    const context = dialect.contextTokens(request.model);
    return {
        PATH: '/usr/bin:/bin',
        HOME: workspace.home,
        TMPDIR: workspace.temporary,
        LANG: 'C.UTF-8',
        CI: 'true',
        CLAUDE_CONFIG_DIR: workspace.configuration,
        ANTHROPIC_BASE_URL: endpoint.baseUrl,
        [dialect.keyVariable]: endpoint.key,
        // The key proxy serves one model; nothing on the side may ask for another.
        ANTHROPIC_DEFAULT_HAIKU_MODEL: request.model,
        ANTHROPIC_SMALL_FAST_MODEL: request.model,
        ...SWITCHED_OFF,
        CLAUDE_CODE_MAX_RETRIES: String(MAX_RETRIES),
        CLAUDE_CODE_MAX_OUTPUT_TOKENS: String(command_line_MAX_OUTPUT_TOKENS),
        API_TIMEOUT_MS: String(limits.answerMs),
        CLAUDE_BYTE_STREAM_IDLE_TIMEOUT_MS: String(limits.streamIdleMs),
        ...(context === undefined ? {} : { CLAUDE_CODE_MAX_CONTEXT_TOKENS: String(context) }),
    };
}
const SWITCHED_OFF = {
    // Each alone keeps `@path` in a diff from being replaced by the file's content; the second is newer.
    CLAUDE_CODE_DISABLE_ATTACHMENTS: '1',
    CLAUDE_CODE_DISABLE_FILE_MENTIONS: '1',
    CLAUDE_CODE_DISABLE_CLAUDE_MDS: '1',
    CLAUDE_CODE_DISABLE_GIT_INSTRUCTIONS: '1',
    CLAUDE_CODE_DISABLE_AUTO_MEMORY: '1',
    CLAUDE_CODE_DISABLE_BACKGROUND_TASKS: '1',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS: '1',
    CLAUDE_CODE_ATTRIBUTION_HEADER: '0',
    DISABLE_TELEMETRY: '1',
    DISABLE_ERROR_REPORTING: '1',
    DISABLE_AUTOUPDATER: '1',
    DISABLE_UPDATES: '1',
};
/** 'png' → '[pP][nN][gG]' */
function toAnyCase(extension) {
    return [...extension].map((letter) => `[${letter}${letter.toUpperCase()}]`).join('');
}

;// CONCATENATED MODULE: ./src/reviewers/cli/fields.ts
/**
 * The value where it is an object and no list. What a CLI prints a thousand times is checked by hand, field by field:
 * zod takes several times as long as reading the line does.
 */
function fieldsOf(value) {
    return isFields(value) ? value : undefined;
}
/** A field that is a text; undefined where it is none. */
function textField(fields, name) {
    const value = fields[name];
    return typeof value === 'string' ? value : undefined;
}
function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./src/types/group-by.ts
var group_by = __webpack_require__(9422);
;// CONCATENATED MODULE: ./src/reviewers/cli/shell-words.ts
const OPERATORS = new Set(['\n', ';', '|', '&', '(', ')', '<', '>']);
/** What stands for itself, taken in one go. */
const PLAIN = /[^ \t\n;|&()<>'"\\]+/y;
const PLAIN_IN_QUOTES = /[^"\\]+/y;
/** Longer scripts are read up to here; what names a file stands at the front. */
const MAX_SCRIPT_LENGTH = 64 * 1024;
/** Cuts a shell script into words and OPERATORS. Expansions are left as they are written; quoting errors are not errors. */
function toShellPieces(script) {
    const pieces = [];
    let word;
    const finish = () => {
        if (word !== undefined)
            pieces.push({ kind: 'word', text: word });
        word = undefined;
    };
    const text = script.slice(0, MAX_SCRIPT_LENGTH);
    for (let index = 0; index < text.length;) {
        const character = text.charAt(index);
        if (character === ' ' || character === '\t')
            finish();
        else if (OPERATORS.has(character)) {
            finish();
            pieces.push({ kind: 'operator', text: character });
        }
        else {
            const part = readPart(text, index);
            word = word === undefined ? part.text : word + part.text;
            index = part.end;
            continue;
        }
        index += 1;
    }
    finish();
    return pieces;
}
function readPart(text, start) {
    const character = text.charAt(start);
    if (character === "'")
        return readSingleQuoted(text, start);
    if (character === '"')
        return readDoubleQuoted(text, start);
    if (character === '\\')
        return { text: text.charAt(start + 1), end: start + 2 };
    return readPlain(PLAIN, text, start);
}
function readPlain(pattern, text, start) {
    pattern.lastIndex = start;
    const plain = pattern.exec(text)?.[0] ?? '';
    return { text: plain, end: start + plain.length };
}
function readSingleQuoted(text, start) {
    const close = text.indexOf("'", start + 1);
    const end = close === -1 ? text.length : close;
    return { text: text.slice(start + 1, end), end: end + 1 };
}
function readDoubleQuoted(text, start) {
    const parts = [];
    let index = start + 1;
    while (index < text.length && text.charAt(index) !== '"') {
        const part = text.charAt(index) === '\\' ? readEscape(text, index) : readPlain(PLAIN_IN_QUOTES, text, index);
        parts.push(part.text);
        index = part.end;
    }
    return { text: parts.join(''), end: index + 1 };
}
/** Within double quotes a backslash escapes only some characters; before others it stands for itself. */
function readEscape(text, start) {
    const escaped = text.charAt(start + 1);
    return '"\\$`\n'.includes(escaped) ? { text: escaped, end: start + 2 } : { text: '\\', end: start + 1 };
}

;// CONCATENATED MODULE: ./src/reviewers/cli/files-read.ts



/** Bounds on hostile input: output that is looked at, and files that one command can be credited with. */
const MAX_OUTPUT_LENGTH = 2 * 1024 * 1024;
const MAX_CANDIDATES = 300;
/** Words of one script that are looked at, and how long a directory may grow by `cd` (Linux: PATH_MAX). */
const MAX_NAMES = 3_000;
const MAX_PATH_LENGTH = 4_096;
/** No longer text before a colon is taken for a name. */
const MAX_NAME_LENGTH = 1_023;
/** Characters of files whose lines are held at once; for more the output is gone over again. */
const MAX_TEXT_AT_ONCE = 4 * 1024 * 1024;
/** An empty segment, or one that is `.` or `..`: a path without any is its own shortest form. */
const ODD_SEGMENT = /(?:^|\/)\.{0,2}(?:\/|$)/;
/** What `cat -n`, `nl`, `grep -n` and `rg` put before a line, and a character that it cannot do without. */
const NUMBER = /^\s*\d+(?:[:\t-]|\s+)/;
const PREFIXES = [
    { pattern: /^[^:\n]+:(?:\d+:)?/, needs: ':' },
    { pattern: /^\S+-\d+-/, needs: '-' },
];
const DIGIT = /^\d/;
/** Characters that are searched for the likely lines of files; beyond that, going over the output once is cheaper. */
const MAX_QUICK_SEARCH = 4 * 1024 * 1024;
/** Longer words are not searched for: of those V8 compares all again and again where text and words repeat. */
const MAX_SEARCHED_WORDS = 200;
const TELLING = /\w\W*\w\W*\w/;
const NOBODY = [];
/**
 * The snapshot files whose content a command printed. A file counts when the command or its output names it and one of
 * its lines stands in the output: listing a file, or only testing for it, is not reading it.
 */
function filesRead({ command, output }, files) {
    return filesPrinted({ named: pathsInCommand(command, files.directory), output }, files);
}
/** What `filesRead` says of a command whose script was read already. */
function filesPrinted({ named, output }, files) {
    const text = output.slice(0, MAX_OUTPUT_LENGTH);
    const candidates = withNamedInOutput(named, { output: text, directory: files.directory });
    const printed = new Set();
    for (const batch of inBatches(candidates, files)) {
        for (const path of printedOf(batch, text))
            printed.add(path);
    }
    return candidates.filter((path) => printed.has(path));
}
/** The paths below the snapshot that a command's script names, each once; they need not exist. */
function pathsInCommand(command, directory) {
    const paths = new Set();
    for (const name of namedInScript(scriptOf(command))) {
        const path = toSnapshotPath(name, directory);
        if (path !== undefined)
            paths.add(path);
        if (paths.size >= MAX_CANDIDATES)
            break;
    }
    return [...paths];
}
/** The path below the snapshot that a name stands for; undefined where it lies outside. */
function toSnapshotPath(name, directory) {
    if (name === '' || name.includes('\0'))
        return undefined;
    if (!ODD_SEGMENT.test(name))
        return name;
    if (external_node_path_.posix.isAbsolute(name) && !ODD_SEGMENT.test(directory.slice(1))) {
        // The general way is dear: Claude Code writes all paths so, and a comment looks like one.
        const below = name.startsWith(`${directory}/`) ? name.slice(directory.length + 1) : '';
        if (!ODD_SEGMENT.test(below))
            return below;
        if (!name.includes(external_node_path_.posix.basename(directory)))
            return undefined;
    }
    const path = external_node_path_.posix.relative(directory, external_node_path_.posix.resolve(directory, name));
    return path === '' || path === '..' || path.startsWith('../') ? undefined : path;
}
function withNamedInOutput(named, { output, directory }) {
    if (named.length >= MAX_CANDIDATES)
        return named;
    const paths = new Set(named);
    for (const name of namedInOutput(output)) {
        const path = toSnapshotPath(name, directory);
        if (path !== undefined)
            paths.add(path);
        if (paths.size >= MAX_CANDIDATES)
            break;
    }
    return [...paths];
}
/** Those that exist, a few at a time, so that their lines never fill the memory. */
function* inBatches(paths, files) {
    let batch = [];
    let length = 0;
    for (const path of paths) {
        const text = files.text(path);
        if (text === undefined)
            continue;
        if (batch.length > 0 && length + text.length > MAX_TEXT_AT_ONCE) {
            yield batch;
            batch = [];
            length = 0;
        }
        batch.push({ path, text });
        length += text.length;
    }
    if (batch.length > 0)
        yield batch;
}
/** Mostly one line tells, and is found at once; only for the other files all of their lines are looked for. */
function printedOf(files, output) {
    const isShort = files.length * output.length <= MAX_QUICK_SEARCH;
    const printed = new Set(isShort ? files.filter((file) => isPlainlyPrinted(file, output)).map(({ path }) => path) : []);
    const others = files.filter(({ path }) => !printed.has(path));
    for (const path of others.length === 0 ? NOBODY : printedAnywhere(others, output))
        printed.add(path);
    return printed;
}
/** Whether the first telling line is printed, or a line that names the file holds one; false may be wrong. */
function isPlainlyPrinted({ path, text }, output) {
    const first = firstTellingLine(text);
    if (first === undefined)
        return false;
    const isWhole = contentOf(lineAround(output, first)).includes(first);
    return isWhole || contentOf(lineAround(output, `${path}:`)).some((content) => holdsLine(text, content));
}
function holdsLine(text, content) {
    return isTelling(content) && lineAround(text, content).trim() === content;
}
/** The line where the words stand first; empty where they do not, or are many. */
function lineAround(text, words) {
    const at = words.length > MAX_SEARCHED_WORDS ? -1 : text.indexOf(words);
    if (at === -1)
        return '';
    const end = text.indexOf('\n', at);
    return text.slice(text.lastIndexOf('\n', at) + 1, end === -1 ? text.length : end);
}
/** Goes over the output once, no further than until every file was seen. */
function printedAnywhere(files, output) {
    const printed = new Set();
    const owners = new Map();
    for (const { path, text } of files) {
        const lines = tellingLines(text);
        // An empty file is read by naming it.
        if (lines.size === 0)
            printed.add(path);
        for (const line of lines)
            addOwner(owners, line, path);
    }
    for (const line of files_read_linesOf(output)) {
        if (printed.size === files.length)
            break;
        for (const content of contentOf(line)) {
            for (const path of owners.get(content) ?? NOBODY)
                printed.add(path);
        }
    }
    return printed;
}
function addOwner(owners, line, path) {
    if (line !== undefined)
        (0,group_by/* addTo */.D)(owners, line, path);
}
/** The lines of which one must be printed. A file of nothing but braces has no telling line: any will do. */
function tellingLines(text) {
    const telling = new Set();
    const filled = new Set();
    for (const line of files_read_linesOf(text)) {
        const trimmed = line.trim();
        if (isTelling(trimmed))
            telling.add(trimmed);
        else if (telling.size === 0 && trimmed !== '')
            filled.add(trimmed);
    }
    return telling.size > 0 ? telling : filled;
}
function firstTellingLine(text) {
    for (const line of files_read_linesOf(text)) {
        const trimmed = line.trim();
        if (isTelling(trimmed))
            return trimmed;
    }
    return undefined;
}
function isTelling(line) {
    return TELLING.test(line.length > 200 ? line.slice(0, 200) : line);
}
/** A line of output with and without the prefixes that `cat -n`, `nl`, `grep -n` and `rg` put before content. */
function contentOf(line) {
    const trimmed = line.trim();
    const variants = [trimmed];
    const add = (match) => {
        if (match !== null)
            variants.push(line.slice(match[0].length).trim());
    };
    if (DIGIT.test(trimmed))
        add(NUMBER.exec(line));
    for (const { pattern, needs } of PREFIXES)
        if (trimmed.includes(needs))
            add(pattern.exec(line));
    return variants;
}
/** What `-c` or `-lc` hands to the shell; the whole text where it is not of that form. */
function scriptOf(command) {
    const words = toShellPieces(command).map((piece) => piece.text);
    const flag = words.findIndex((word) => word === '-c' || word === '-lc');
    return words[flag + 1] !== undefined && flag > 0 ? (words[flag + 1] ?? '') : command;
}
/** Every word of the script that may be a path, below the directory that the last `cd` went to. */
function namedInScript(script) {
    const names = [];
    let directory = '';
    let previous = '';
    for (const { kind, text } of toShellPieces(script)) {
        if (names.length >= MAX_NAMES)
            break;
        const path = text.length > MAX_PATH_LENGTH || external_node_path_.posix.isAbsolute(text) ? text : below(directory, text);
        if (path.length > MAX_PATH_LENGTH)
            continue;
        if (kind === 'word' && previous === 'cd')
            directory = path;
        else if (kind === 'word')
            names.push(path);
        previous = kind === 'word' ? text : '';
    }
    return names;
}
function below(directory, name) {
    return directory === '' && !ODD_SEGMENT.test(name) ? name : external_node_path_.posix.join(directory, name);
}
/** `path:` as grep and rg put it before a match, and `==> path <==` as head and tail do. */
function namedInOutput(output) {
    const names = new Set();
    let colon = output.indexOf(':');
    for (let start = 0; start < output.length && names.size < MAX_CANDIDATES;) {
        const feed = output.indexOf('\n', start);
        const end = feed === -1 ? output.length : feed;
        if (colon !== -1 && colon < start)
            colon = output.indexOf(':', start);
        const hasName = colon > start && colon < end && colon - start <= MAX_NAME_LENGTH;
        const name = headingIn(output, start, end) ?? (hasName ? output.slice(start, colon) : undefined);
        if (name !== undefined)
            names.add(name);
        start = end + 1;
    }
    return names;
}
function headingIn(output, start, end) {
    if (!output.startsWith('==> ', start))
        return undefined;
    const line = output.slice(start, end);
    return line.endsWith(' <==') ? line.slice(4, -4) : undefined;
}
function* files_read_linesOf(text) {
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
        yield text.slice(start, end);
        start = end + 1;
    }
    yield text.slice(start);
}

;// CONCATENATED MODULE: ./src/reviewers/cli/outline.ts
/** So much of a model's text is handed on, which is for the log alone; a reply is read elsewhere. Bytes. */
const MAX_TOLD = 16 * 1024;
/** How every event begins. */
const OPENING_BRACE = 0x7b;
/** Longer strings are left out. Bytes. */
const LONG = 512;
/** Longer lines are not parsed as a whole. Bytes. */
const LONG_LINE = 16 * 1024;
/** The bytes of the longest escape, and of what may be cut in two before it. */
const MAX_ESCAPE = 6;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Parses a line of JSON; of a long line not its long strings. Undefined where it is no JSON. */
function parseLine(line) {
    if (line.length > LONG_LINE)
        return parseOutline(line);
    const value = parseJson(line.toString('utf8'));
    return value === undefined ? undefined : { value, textOf: shortText };
}
/** Parses a line of JSON but for its long strings; undefined where it is no JSON. */
function parseOutline(line) {
    const long = new Map();
    // What a model wrote must not pass for the name of a string that was left out.
    const nonce = `${process.pid} ${line.length} ${Math.random()}`;
    let text = '';
    let kept = 0;
    for (let open = line.indexOf(QUOTE); open !== -1;) {
        const close = endOfString(line, open + 1);
        if (close === -1)
            return undefined;
        if (close - open > LONG) {
            const name = `${nonce} ${long.size}`;
            long.set(name, lazyText(line, { open, close }));
            text += line.toString('utf8', kept, open + 1) + name;
            kept = close;
        }
        open = line.indexOf(QUOTE, close + 1);
    }
    const value = parseJson(text + line.toString('utf8', kept));
    return value === undefined ? undefined : { value, textOf: (key) => long.get(key) ?? shortText(key) };
}
/** The value that the text is; undefined where it is no JSON. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** What a raw text stands for; nothing where it is none. */
function decodeRaw(raw) {
    return textIn(`"${Buffer.from(raw, 'latin1').toString('utf8')}"`);
}
/** A text that is there already. */
function shortText(text) {
    return new ShortText(text);
}
/** A class, since there are thousands of them, and an object with an accessor of its own is dear. */
class ShortText {
    #text;
    constructor(text) {
        this.#text = text;
    }
    get bytes() {
        return this.#escaped().length;
    }
    raw() {
        return this.#escaped().toString('latin1');
    }
    decode() {
        return this.#text;
    }
    beginning(bytes) {
        return this.#text.length > bytes ? this.#text.slice(0, bytes) : this.#text;
    }
    #escaped() {
        return Buffer.from(JSON.stringify(this.#text).slice(1, -1));
    }
}
function lazyText(line, { open, close }) {
    return {
        bytes: close - open - 1,
        raw: () => line.toString('latin1', open + 1, close),
        decode: () => textIn(line.toString('utf8', open, close + 1)),
        beginning: (bytes) => close - open - 1 > bytes ? beginningOf(line, open, bytes) : textIn(line.toString('utf8', open, close + 1)),
    };
}
/** The beginning of a longer string, without the escape or character that the limit cuts in two. */
function beginningOf(line, open, bytes) {
    let end = open + 1 + bytes;
    while (end > open + 1 && isWithinCharacter(line[end]))
        end--;
    for (const last = end - MAX_ESCAPE; end > open && end > last; end--) {
        const value = parseJson(`${line.toString('utf8', open, end)}"`);
        if (typeof value === 'string')
            return value;
    }
    return '';
}
function isWithinCharacter(byte) {
    return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}
function textIn(json) {
    const value = parseJson(json);
    return typeof value === 'string' ? value : '';
}
/** Where a string ends whose first byte is at `start`; -1 where it does not. Every backslash is looked at once. */
function endOfString(line, start) {
    let quote = line.indexOf(QUOTE, start);
    for (let from = start; quote !== -1; from = quote + 1, quote = line.indexOf(QUOTE, from)) {
        let first = quote;
        while (first > from && line[first - 1] === BACKSLASH)
            first--;
        if ((quote - first) % 2 === 0)
            break;
    }
    return quote;
}

;// CONCATENATED MODULE: ./src/reviewers/cli/read-log.ts


/** Commands whose paths are remembered, and how long one may be. */
const MAX_COMMANDS = 256;
const MAX_COMMAND_LENGTH = 2_048;
/**
 * So much output of one request is looked at, in bytes: the CLIs cut a command's output at some 40 KB and a review has
 * some 24 turns, so that an honest one prints 1 MB, and a hostile one could keep us busy for all that a CLI may print.
 */
const MAX_SEARCHED_OUTPUT = 2 * 1024 * 1024;
/** So much text of files is compared: a hostile run could name large ones, and not print them, for ever. Characters. */
const MAX_COMPARED_TEXT = 128 * 1024 * 1024;
/** A name as it stands in JSON: each character has six bytes at most. */
const MAX_RAW_NAME = 6 * (MAX_NAME_LENGTH + 1);
const LETTER_N = 0x6e;
const LETTER_U = 0x75;
const SLASH = 0x2f;
/** Line feed, blank, slash, colon, `=`, `>` and the like as no CLI writes them, though JSON allows it. */
const ODD_ESCAPE = /^[2-7]|^0a/i;
const ODD = -1;
const HEADING = '==> ';
const NOT_PLAIN = /[^\x20-\x5b\x5d-\x7e]/;
/** The snapshot files that the commands of one run printed, each told once. */
class ReadLog {
    #files;
    #unread;
    #read = new Set();
    /** Of bytes that a name may begin with, as in JSON: 1. */
    #initials;
    #commands = new Map();
    /** A file is read to see whether it is one, and mostly compared right after. */
    #last;
    #searched = 0;
    #compared = 0;
    constructor(files) {
        this.#files = files;
        this.#unread = {
            directory: files.directory,
            text: (path) => (this.#read.has(path) ? undefined : this.#textOf(path)),
        };
    }
    get paths() {
        return [...this.#read];
    }
    /** Counts output that was looked at elsewhere. */
    count({ bytes }) {
        this.#searched += bytes;
    }
    /** Whether so much output was searched that `take` looks at no more. */
    get isSated() {
        return this.#searched >= MAX_SEARCHED_OUTPUT;
    }
    /** Whether the name stands for a file that was told already. */
    knows(name) {
        const path = toSnapshotPath(name, this.#files.directory);
        return path !== undefined && this.#read.has(path);
    }
    /** Notes a file that was read as a whole or in part; whether it is one, and new. */
    addFile(path) {
        return !this.#read.has(path) && this.#files.text(path) !== undefined && this.#add(path);
    }
    /** Notes what a successful command printed; the files that are new. */
    take(command, output) {
        if (this.isSated)
            return [];
        this.#searched += output.bytes;
        const named = this.#pathsIn(command);
        // A long review prints the same files again and again, and comparing lines is dear.
        if (named.every((path) => this.#isSettled(path)) && !this.#mayNameMore(output.raw()))
            return [];
        const printed = filesPrinted({ named, output: output.decode() }, this.#unread);
        this.#last = undefined;
        return printed.filter((path) => this.#add(path));
    }
    #add(path) {
        const isNew = !this.#read.has(path);
        this.#read.add(path);
        return isNew;
    }
    #pathsIn(command) {
        const known = this.#commands.get(command);
        if (known !== undefined)
            return known;
        const paths = pathsInCommand(command, this.#files.directory);
        if (this.#commands.size >= MAX_COMMANDS)
            this.#commands.clear();
        if (command.length <= MAX_COMMAND_LENGTH)
            this.#commands.set(command, paths);
        return paths;
    }
    /**
     * False only when the output names no file that is not known to be read: as a heading, or before the first colon of a
     * line, among so many names as `filesRead` takes. One pass, since long outputs are many.
     */
    #mayNameMore(raw) {
        this.#initials ??= initialsOf(this.#files);
        // Of a path that goes up again the beginning tells nothing.
        let up = raw.indexOf('/../');
        let colon = raw.indexOf(':');
        let previous = '';
        const names = new Set();
        for (let start = 0, next = 0; start < raw.length && names.size < MAX_CANDIDATES; start = next) {
            next = nextLine(raw, start);
            if (next === ODD || raw.startsWith(HEADING, start))
                return true;
            if (colon !== -1 && colon < start)
                colon = raw.indexOf(':', start);
            if (up !== -1 && up < start)
                up = raw.indexOf('/../', start);
            if (colon === -1 || colon >= next)
                continue;
            const mayCount = this.#initials[raw.charCodeAt(start)] === 1 || (up !== -1 && up < next);
            // Matches stand file by file.
            const isRepeated = colon - start === previous.length && raw.startsWith(previous, start);
            if (!mayCount || isRepeated || colon === start || colon - start > MAX_RAW_NAME)
                continue;
            previous = raw.slice(start, colon);
            if (this.#namesMore(previous))
                return true;
            // Others may be one name written in several ways, or too long for one.
            if (previous.length <= MAX_NAME_LENGTH && !previous.includes('\\'))
                names.add(previous);
        }
        return false;
    }
    #namesMore(rawName) {
        const name = NOT_PLAIN.test(rawName) ? decodeRaw(rawName) : rawName;
        const path = name.length > MAX_NAME_LENGTH ? undefined : toSnapshotPath(name, this.#files.directory);
        return path !== undefined && !this.#isSettled(path);
    }
    #isSettled(path) {
        return this.#read.has(path) || this.#textOf(path) === undefined;
    }
    #textOf(path) {
        if (this.#last?.path === path)
            return this.#last.text;
        const text = this.#compared < MAX_COMPARED_TEXT ? this.#files.text(path) : undefined;
        if (text === undefined)
            return undefined;
        this.#compared += text.length;
        this.#last = { path, text };
        return text;
    }
}
/** What a name may begin with that is the path of a file, however it is written. */
function initialsOf({ mayBegin }) {
    return Uint8Array.from({ length: 256 }, (_, code) => {
        const character = String.fromCharCode(code);
        const isOpen = mayBegin === undefined || code >= 0x80 || './\\'.includes(character);
        return isOpen || mayBegin(character) ? 1 : 0;
    });
}
/** Where the next line of an escaped text begins; its length where there is none, ODD where it is escaped oddly. */
function nextLine(raw, start) {
    let at = raw.indexOf('\\', start);
    while (at !== -1) {
        const letter = raw.charCodeAt(at + 1);
        if (letter === LETTER_N)
            return at + 2;
        if (letter === SLASH)
            return ODD;
        if (letter === LETTER_U && raw.startsWith('00', at + 2) && ODD_ESCAPE.test(raw.slice(at + 4, at + 6)))
            return ODD;
        // Of an escape both characters are passed, so that none is taken for the beginning of another.
        at = raw.indexOf('\\', at + 2);
    }
    return raw.length;
}

;// CONCATENATED MODULE: ./src/reviewers/claude/init.ts


const Names = schemas/* array */.YOg(schemas/* unknown */.L5J());
/** The CLI's own account of how it was set up, its first event. What is missing counts as wrong. */
const InitEvent = schemas/* looseObject */._H3({
    type: schemas/* literal */.euz('system'),
    subtype: schemas/* literal */.euz('init'),
    cwd: schemas/* string */.YjP(),
    model: schemas/* string */.YjP(),
    permissionMode: schemas/* string */.YjP(),
    claude_code_version: schemas/* string */.YjP(),
    tools: schemas/* array */.YOg(schemas/* string */.YjP()),
    mcp_servers: Names,
    slash_commands: Names,
    skills: Names,
    plugins: schemas/* array */.YOg(schemas/* looseObject */._H3({ path: schemas/* string */.YjP(), source: schemas/* string */.YjP() })),
    agents: schemas/* array */.YOg(schemas/* string */.YjP()),
    additional_directories: Names.optional(),
});
/** With `--json-schema` the CLI offers one tool of its own, which hands in the answer. */
const ALLOWED_TOOLS = [...TOOLS, 'StructuredOutput'];
/** Named even though no tool starts them. */
const BUILT_IN_AGENTS = ['claude', 'Explore', 'general-purpose', 'Plan'];
/** What of the setup is not as asked; undefined where all is. */
function findMisfit(init, expected) {
    const rows = [
        ['tools', init.tools.every((name) => ALLOWED_TOOLS.includes(name))],
        ['tools', TOOLS.every((name) => init.tools.includes(name))],
        ['MCP servers', init.mcp_servers.length === 0],
        ['slash commands', init.slash_commands.length === 0],
        ['skills', init.skills.length === 0],
        ['plugins', init.plugins.every(({ path, source }) => path === 'builtin' && source.endsWith('@builtin'))],
        ['agents', init.agents.every((name) => BUILT_IN_AGENTS.includes(name))],
        ['additional directories', (init.additional_directories ?? []).length === 0],
        ['permission mode', init.permissionMode === PERMISSION_MODE],
        ['working directory', init.cwd === expected.snapshot],
        ['version', init.claude_code_version === expected.version],
    ];
    return rows.find(([, isRight]) => !isRight)?.[0];
}

;// CONCATENATED MODULE: ./src/reviewers/claude/events.ts







const SystemEvent = schemas/* looseObject */._H3({
    type: schemas/* literal */.euz('system'),
    subtype: schemas/* string */.YjP(),
    attempt: schemas/* number */.aig().optional().catch(undefined),
    max_retries: schemas/* number */.aig().optional().catch(undefined),
    error_status: schemas/* number */.aig().nullish().catch(undefined),
    error: schemas/* string */.YjP().optional().catch(undefined),
    tool_name: schemas/* string */.YjP().optional().catch(undefined),
});
const ResultEvent = schemas/* looseObject */._H3({
    type: schemas/* literal */.euz('result'),
    subtype: schemas/* string */.YjP(),
    is_error: schemas/* boolean */.zMY(),
    api_error_status: schemas/* number */.aig().nullish().catch(undefined),
    terminal_reason: schemas/* string */.YjP().optional().catch(undefined),
    stop_reason: schemas/* string */.YjP().nullish().catch(undefined),
    result: schemas/* string */.YjP().optional().catch(undefined),
    structured_output: schemas/* unknown */.L5J().optional(),
    errors: schemas/* array */.YOg(schemas/* string */.YjP()).optional().catch(undefined),
});
/** How a line begins, as the CLI mostly writes it. A model's text stands further behind, and never as the first key. */
const HEAD = /^\{"type":"(\w{1,40})"(?:,"subtype":"(\w{1,40})")?/;
const HEAD_BYTES = 120;
/** How the line of a tool's result begins, as the CLI mostly writes it. */
const RESULT_HEAD = /^\{"type":"user","message":\{"role":"user","content":\[\{"tool_use_id":"([\w-]{1,100})","type":"tool_result"/;
const RESULT_HEAD_BYTES = 300;
const EVENTS = ['system', 'assistant', 'user', 'result'];
const SUBTYPES = ['init', 'api_retry', 'permission_denied'];
/** What a model calls itself; anything longer or stranger is no name. */
const MODEL_NAME = /^[\w.:@/[\]-]{1,200}$/;
/** The CLI's own name for messages that no model wrote. */
const SYNTHETIC = '<synthetic>';
/** Calls of tools whose result is still awaited; more are not remembered. */
const MAX_PENDING_CALLS = 10_000;
/** What the event log of one run says. */
class EventLog {
    #files;
    #expected;
    #onEvent;
    #reads;
    #calls = new Map();
    #isSetUp = false;
    /** The model that answered last, as it called itself. */
    model;
    /** The CLI's word for why a request failed; foreign text never stands here. */
    errorKind;
    /** The last result. */
    result;
    constructor(files, expected, onEvent) {
        this.#files = files;
        this.#reads = new ReadLog(files);
        this.#expected = expected;
        this.#onEvent = onEvent;
    }
    get filesRead() {
        return this.#reads.paths;
    }
    /**
     * Takes up one line of standard output; a line that is no known event is passed over. Throws SANDBOX_UNAVAILABLE,
     * which ends the run, when the CLI is not set up as asked, or says anything of the model before it has said how it is.
     */
    add(line) {
        // Anything else is no event, and must cost nothing: a program can print millions of such lines.
        if (line[0] !== OPENING_BRACE)
            return;
        const [, type, subtype] = HEAD.exec(line.toString('latin1', 0, HEAD_BYTES)) ?? [];
        if (type !== undefined && !EVENTS.includes(type))
            return;
        if (type === 'system' && subtype !== undefined && !SUBTYPES.includes(subtype))
            return;
        if (type === 'user' && this.#reads.isSated && this.#isNoNews(line))
            return;
        this.#addEvent(line, type === 'user' ? parseOutline(line) : parseLine(line));
    }
    #addEvent(line, outline) {
        const event = fieldsOf(outline?.value);
        if (outline === undefined || event === undefined)
            return;
        switch (event.type) {
            case 'system':
                this.#takeSystem(parseJson(line.toString('utf8')));
                break;
            case 'assistant':
                this.#takeAssistant(event, outline.textOf);
                break;
            case 'user':
                this.#takeUser(event, outline.textOf);
                break;
            case 'result':
                this.#takeResult(ResultEvent.safeParse(parseJson(line.toString('utf8'))).data);
                break;
        }
    }
    /** Once no output is searched any more: whether the line is the result of a call that can tell of no new file. */
    #isNoNews(line) {
        const [, id] = RESULT_HEAD.exec(line.toString('latin1', 0, RESULT_HEAD_BYTES)) ?? [];
        if (id === undefined)
            return false;
        const call = this.#calls.get(id);
        if (call?.name === 'Read' && !this.#reads.knows(call.file))
            return false;
        this.#calls.delete(id);
        return true;
    }
    #takeSystem(value) {
        const event = SystemEvent.safeParse(value).data;
        if (event === undefined)
            return;
        if (event.subtype === 'init')
            this.#takeInit(value);
        if (event.subtype === 'api_retry')
            this.#onEvent({ kind: 'warning', text: describeRetry(event) });
        if (event.subtype === 'permission_denied')
            this.#onEvent({ kind: 'warning', text: `Denied: a call of the tool ${event.tool_name ?? 'without a name'}` });
    }
    #takeInit(value) {
        const init = InitEvent.safeParse(value);
        const misfit = init.success
            ? findMisfit(init.data, this.#expected)
            : init.error.issues.map(({ path }) => path.join('.')).join(', ');
        if (misfit !== undefined)
            throw notAsAsked(`these are not as asked: ${misfit}`);
        if (init.data?.model !== this.#expected.model)
            throw otherModel(this.#expected.model);
        this.#isSetUp = true;
    }
    #takeAssistant({ message, error }, textOf) {
        const { model: name, content } = fieldsOf(message) ?? {};
        if (!Array.isArray(content) || (error !== undefined && typeof error !== 'string'))
            return;
        const model = typeof name === 'string' ? name : '';
        const errorKind = error === undefined ? undefined : textOf(error).decode();
        if (model === SYNTHETIC) {
            this.errorKind = errorKind ?? this.errorKind;
            return;
        }
        this.#requireSetUp();
        this.errorKind = errorKind;
        if (MODEL_NAME.test(model))
            this.model = model;
        for (const block of content)
            this.#takeBlock(fieldsOf(block), textOf);
    }
    #takeBlock(block, textOf) {
        switch (block?.type) {
            case 'text':
                this.#tell(textField(block, 'text'), textOf);
                break;
            case 'thinking':
                this.#tell(textField(block, 'thinking'), textOf);
                break;
            case 'tool_use':
                this.#takeCall(block, textOf);
                break;
        }
    }
    #tell(text, textOf) {
        if (text !== undefined)
            this.#onEvent({ kind: 'message', text: textOf(text).beginning(MAX_TOLD) });
    }
    #takeCall(block, textOf) {
        const [id, name] = [textField(block, 'id'), textField(block, 'name')];
        if (id === undefined || name === undefined)
            return;
        const input = fieldsOf(block.input) ?? {};
        const text = (field) => textOf(textField(input, field) ?? '');
        const call = { name: textOf(name).decode(), path: text('path').decode(), file: text('file_path').decode() };
        if (this.#calls.size < MAX_PENDING_CALLS)
            this.#calls.set(textOf(id).decode(), call);
        // What is read is told when it has been read; the answer is no news.
        if (call.name === 'Read' || call.name === 'StructuredOutput')
            return;
        const told = `${textOf(name).beginning(MAX_TOLD)} ${text('pattern').beginning(MAX_TOLD)} ${text('path').beginning(MAX_TOLD)}`;
        this.#onEvent({ kind: 'message', text: told.trimEnd() });
    }
    #takeUser({ message, tool_use_result: result }, textOf) {
        const content = fieldsOf(message)?.content;
        if (!Array.isArray(content))
            return;
        this.#requireSetUp();
        for (const item of content) {
            const call = this.#answered(fieldsOf(item), textOf);
            if (call === undefined)
                continue;
            for (const path of this.#takeReads(call, fieldsOf(result), textOf))
                this.#onEvent({ kind: 'read', path });
        }
    }
    /** The call whose result this is; undefined where there is none, or it failed. */
    #answered(item, textOf) {
        const key = item?.type === 'tool_result' ? textField(item, 'tool_use_id') : undefined;
        const failed = item?.is_error ?? false;
        if (key === undefined || typeof failed !== 'boolean')
            return undefined;
        const id = textOf(key).decode();
        const call = this.#calls.get(id);
        this.#calls.delete(id);
        return failed ? undefined : call;
    }
    /** The new files whose content a call put before the model; their names alone are not enough. */
    #takeReads(call, result, textOf) {
        if (result === undefined)
            return [];
        if (call.name === 'Read')
            return this.#takeRead(result, textOf);
        const output = call.name === 'Grep' && result.mode === 'content' ? textField(result, 'content') : undefined;
        return output === undefined ? [] : this.#reads.take(toWord(call.path), textOf(output));
    }
    #takeRead({ type, file }, textOf) {
        if (type !== 'text' && type !== 'notebook')
            return [];
        const { filePath: name, content } = fieldsOf(file) ?? {};
        if (typeof content === 'string')
            this.#reads.count(textOf(content));
        const path = typeof name !== 'string' ? undefined : toSnapshotPath(textOf(name).decode(), this.#files.directory);
        return path !== undefined && this.#reads.addFile(path) ? [path] : [];
    }
    #takeResult(result) {
        if (result === undefined)
            return;
        if (!result.is_error)
            this.#requireSetUp();
        this.result = result;
    }
    #requireSetUp() {
        if (!this.#isSetUp)
            throw notAsAsked('it did not say how');
    }
}
function notAsAsked(why) {
    return new errors/* ReviewerError */.Qh('SANDBOX_UNAVAILABLE', `Claude Code did not start as it was told to, so it was stopped before it counted: ${why}.`);
}
/** The CLI has short names that it replaces; the key proxy serves the one model that was asked for. */
function otherModel(model) {
    return new errors/* ReviewerError */.Qh('MODEL_NOT_FOUND', `Claude Code would ask for another model than ${model}. Write the model's full name, without a suffix in brackets.`);
}
/** As a word of a shell script, which is how the search output is looked at. */
function toWord(path) {
    return `'${path.replaceAll("'", `'"'"'`)}'`;
}
function describeRetry({ attempt, max_retries, error_status, error }) {
    const status = error_status == null ? '' : `, HTTP status ${error_status}`;
    return `Trying again (${attempt ?? '?'}/${max_retries ?? '?'}) after ${error ?? 'a failed request'}${status}`;
}

;// CONCATENATED MODULE: ./src/reviewers/cli/explanations.ts
/** What a failure means and what to do, in our words; what the CLI said follows them. */
const explanations = {
    UNAUTHENTICATED: 'The provider does not accept the key; check the input that holds it and what the key may do.',
    MODEL_NOT_FOUND: 'The provider does not serve this model, or not to this key; name another one.',
    CONTEXT_TOO_LONG: 'The change is too large for this model.',
    QUOTA: "The account's quota is used up; check plan and billing.",
    RATE_LIMITED: 'The provider limits the rate of requests; run again later.',
    OVERLOADED: 'The provider is overloaded or broken; run again later.',
    CONNECTION: 'The provider could not be reached, or the connection broke; check the endpoint and run again.',
    NO_REPLY: 'The answer was cut off at the output limit of the model.',
    REFUSED: "The provider's content filter stopped the request or the answer.",
    REPLY_NOT_FINDINGS: 'The model did not hand in an answer of the wanted form.',
};

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./src/reviewers/cli/run-cli.ts



/** What node rejects with when a program cannot be started. */
const SpawnError = schemas/* looseObject */._H3({ code: schemas/* string */.YjP(), syscall: schemas/* string */.YjP().startsWith('spawn') });
/** Longest text of a provider or CLI that an error message repeats. */
const MAX_QUOTE_LENGTH = 300;
/** The installed CLI; without one no review can be asked for. `name` is the CLI's, for people. */
function requireTool(io, name) {
    if (io.tool === undefined)
        throw new errors/* ReviewerError */.Qh('INSTALL_FAILED', `${name} is not installed on this machine.`);
    return io.tool;
}
/** Runs a CLI; one that the system cannot start is a failure of the reviewer and not ours. */
async function runCli(io, name, command) {
    try {
        return await io.run(command);
    }
    catch (error) {
        const failed = SpawnError.safeParse(error);
        if (!failed.success)
            throw error;
        const remedy = 'It must be executable for the user that it runs as; as root that is an unprivileged one.';
        throw new errors/* ReviewerError */.Qh('EXITED', `${name} cannot be started (${failed.data.code}). ${remedy}`, { cause: error });
    }
}
/** Throws when the CLI was stopped because nothing was heard of it. */
function requireHeard(output, name, stallMs) {
    if (!output.stalled)
        return;
    const seconds = Math.round(stallMs / 1000);
    throw new errors/* ReviewerError */.Qh('STALLED', `${name} said nothing for ${seconds} seconds and was stopped. Run again.`);
}
/** How the CLI ended, with the last line of its standard error. */
function describeExit({ exitCode, signal, stderr }) {
    const exit = signal === null ? `exit code ${exitCode}` : `ended by ${signal}`;
    const errors = toOneLine(stderr.trimEnd().split('\n').at(-1) ?? '');
    return `${exit}, ${errors === '' ? 'nothing on standard error' : errors}`;
}
/** The answer; throws where there is none. */
function run_cli_requireText(text) {
    if (text.trim() !== '')
        return text;
    throw new errors/* ReviewerError */.Qh('NO_REPLY', 'The model ended its turn without an answer. Run again; if it stays, try another model.');
}
/** Throws when the run was called off: at the wall clock of the review, or by the runner. */
function requireUninterrupted(signal) {
    if (!signal.aborted)
        return;
    const reason = signal.reason;
    if (reason instanceof errors/* ReviewerError */.Qh)
        throw reason;
    throw new errors/* ReviewerError */.Qh('TIMED_OUT', reason instanceof Error ? toOneLine(reason.message) : 'The review ran out of time.');
}
/** Foreign text as a short piece of one line, without control characters. */
function toOneLine(text) {
    const line = (0,external_node_util_.stripVTControlCharacters)(text.slice(0, 64 * 1024))
        .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
        .trim();
    return line.length > MAX_QUOTE_LENGTH ? `${line.slice(0, MAX_QUOTE_LENGTH - 1)}…` : line;
}

;// CONCATENATED MODULE: ./src/reviewers/claude/failure.ts



/** What Claude Code 2.1.329 says when a run fails, as measured; the first row that matches counts. */
const FAILURES = [
    { code: 'REPLY_NOT_FINDINGS', subtypes: ['error_max_structured_output_retries'] },
    {
        code: 'CONTEXT_TOO_LONG',
        statuses: [413],
        reasons: ['prompt_too_long'],
        text: /^Prompt is too long\b/,
    },
    { code: 'REFUSED', stops: ['refusal'] },
    {
        // Before the kinds: the CLI calls these a server's error too.
        code: 'CONNECTION',
        text: /^API Error: (?:Connection (?:dropped|lost|refused|reset|closed|error)|The response stopped arriving|API returned an empty or malformed response|Request timed out|Can't reach the API server)/,
    },
    {
        code: 'QUOTA',
        kinds: ['billing_error'],
        statuses: [402],
        text: /^Credit balance is too low/,
    },
    { code: 'MODEL_NOT_FOUND', kinds: ['model_not_found'], statuses: [404] },
    { code: 'UNAUTHENTICATED', kinds: ['authentication_failed'], statuses: [401, 403] },
    { code: 'RATE_LIMITED', kinds: ['rate_limit'], statuses: [429] },
    { code: 'OVERLOADED', kinds: ['overloaded', 'server_error'], statuses: [529] },
    { code: 'NO_REPLY', kinds: ['max_output_tokens'] },
];
/** Why a run brought no answer. */
function toReviewerError(run) {
    const { result } = run;
    const said = toOneLine(result?.result ?? result?.errors?.join('; ') ?? run.said);
    const row = FAILURES.find((candidate) => matches(candidate, run));
    const status = result?.api_error_status ?? 0;
    if (row !== undefined)
        return new errors/* ReviewerError */.Qh(row.code, `${explanations[row.code]} Claude Code says: ${said}`);
    if (status >= 500)
        return new errors/* ReviewerError */.Qh('OVERLOADED', `${explanations.OVERLOADED} Claude Code says: ${said}`);
    return new errors/* ReviewerError */.Qh('EXITED', `Claude Code could not finish the review: ${said}`);
}
function matches(row, { result, errorKind }) {
    const { api_error_status: status, terminal_reason: reason, subtype, stop_reason: stop, result: text } = result ?? {};
    return ((errorKind !== undefined && row.kinds?.includes(errorKind) === true) ||
        (status != null && row.statuses?.includes(status) === true) ||
        (reason !== undefined && row.reasons?.includes(reason) === true) ||
        (subtype !== undefined && row.subtypes?.includes(subtype) === true) ||
        (stop != null && row.stops?.includes(stop) === true) ||
        (text !== undefined && row.text?.test(text) === true));
}

;// CONCATENATED MODULE: ./src/reviewers/claude/workspace.ts



/** Writes the input files of a run into `request.scratch` and names its directories. `id` names the prompt. */
async function makeWorkspace(request, id) {
    const inScratch = (name) => (0,external_node_path_.join)(request.scratch, name);
    const workspace = {
        home: inScratch('home'),
        configuration: inScratch('claude-home'),
        temporary: inScratch('tmp'),
        systemPrompt: inScratch('system-prompt.md'),
    };
    await (0,external_node_fs_promises_.writeFile)(workspace.systemPrompt, (0,prompts/* readPrompt */.$)(`reviewers/${id}`), { mode: 0o644 });
    return workspace;
}
/** What the CLI may read and write. */
function toFiles(tool, workspace) {
    return {
        readOnly: [tool.directory, workspace.systemPrompt],
        writableFiles: [],
        privateDirectories: [workspace.home, workspace.configuration, workspace.temporary],
    };
}

;// CONCATENATED MODULE: ./src/reviewers/cli/snapshot-files.ts


/** Larger files are no source code, and cost time for every command that names them. */
const MAX_FILE_BYTES = 2 * 1024 * 1024;
/** Names that are remembered; beyond that the disk is asked. */
const MAX_LISTED = 200_000;
/** Reads files of the snapshot, which holds no links. Synchronous, since events are taken up line by line. */
function openSnapshotFiles(directory) {
    const listing = new Listing(directory);
    return {
        directory,
        text: (path) => (listing.mayHold(path) ? readText((0,external_node_path_.join)(directory, path)) : undefined),
        mayBegin: (character) => listing.mayBegin(character),
    };
}
/**
 * What the snapshot's directories hold, each listed when a name first leads there: most words of a command are no
 * paths, and asking the disk for each of them is dear.
 */
class Listing {
    #root;
    #listed = 0;
    constructor(directory) {
        this.#root = { path: directory, kind: 'directory', entries: 'not listed' };
    }
    /** False only where there is no such file. */
    mayHold(path) {
        let entry = this.#root;
        // Most names end at the first step, so that no list of all is made.
        for (let start = 0, end = 0; end < path.length; start = end + 1) {
            if (entry?.kind !== 'directory')
                return false;
            const entries = this.#entriesOf(entry);
            if (entries === undefined)
                return true;
            end = path.indexOf('/', start);
            if (end === -1)
                end = path.length;
            entry = entries.get(path.slice(start, end));
        }
        return entry?.kind === 'file';
    }
    mayBegin(character) {
        const entries = this.#entriesOf(this.#root);
        return entries === undefined || [...entries.keys()].some((name) => name.startsWith(character));
    }
    #entriesOf(directory) {
        if (directory.entries === 'not listed') {
            directory.entries = this.#listed < MAX_LISTED ? list(directory.path) : undefined;
            this.#listed += directory.entries?.size ?? 0;
        }
        return directory.entries;
    }
}
function list(directory) {
    try {
        const entries = (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true });
        return new Map(entries.map((entry) => [entry.name, toEntry(directory, entry)]));
    }
    catch {
        return undefined; // not ours to list: what it holds is asked for one by one
    }
}
function toEntry(directory, entry) {
    const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : 'other';
    return { path: `${directory}/${entry.name}`, kind, entries: 'not listed' };
}
function readText(path) {
    try {
        const status = (0,external_node_fs_.lstatSync)(path);
        return status.isFile() && status.size <= MAX_FILE_BYTES ? (0,external_node_fs_.readFileSync)(path, 'utf8') : undefined;
    }
    catch {
        return undefined; // no such file: the word was not a path
    }
}

;// CONCATENATED MODULE: ./src/reviewers/pins/claude.ts
const version = '2.1.329';
/**
 * The Claude Code that this project was measured with, for both reviewers that use it. Each platform's package holds one
 * native program and no scripts; the ones for musl are left out.
 */
const claudeTool = {
    name: 'claude',
    version,
    packages: {
        'linux-x64': {
            package: '@anthropic-ai/claude-code-linux-x64',
            version,
            integrity: 'sha512-+n4lu1ubYAp02Y0X/MAUnxw9yY6SHHZ77F+IoW+V0wVoFuiI9opdH6gofjf14gXJCEYMTNpks7Gn1i8XZTKAWA==',
            executable: 'claude',
            bubblewrap: undefined,
            files: {
                claude: '30e2724e2aecb1bf5dc9f3130901afb71c5fa229051c190a6d7ad9aff6378d6d',
                'package.json': '464757f8ebb0a9f937b555180330b9f71c98a7afdb53905c567a26df1decac3f',
            },
        },
        'linux-arm64': {
            package: '@anthropic-ai/claude-code-linux-arm64',
            version,
            integrity: 'sha512-IiG5umFToSCVWqB1lEsxxwIxKgxPXyZ3DRU915v8J4Bz5Q3JpslM0ew1m5yaT+lFXBPvYxmsEgi0XI68XHND0A==',
            executable: 'claude',
            bubblewrap: undefined,
            files: {
                claude: '8489e2c7ba7846b4681b84e559fed4ed5bb265e129e21dc9de9e322157fb2bea',
                'package.json': 'e1a2bc6e010add8f1bcd166638b811b7e50ee461ea534518cba750c520b2a4df',
            },
        },
        'darwin-x64': {
            package: '@anthropic-ai/claude-code-darwin-x64',
            version,
            integrity: 'sha512-6cjJiD19yxOzdnzErJ8ougFKoksK/wUvOJb6V2iCXg1rM9gGEY1I7HE8jQnvh6buAuXHtHaahfoiiISaplOxYg==',
            executable: 'claude',
            bubblewrap: undefined,
            files: {
                claude: '681ae87ba919ea16761d522ca25afa4639914bda6d5cf89a6ac4898406856db1',
                'package.json': '9eb317f7c91ee9ec81d8b875d0c1d97a05f6c69fed30a31f62e1f78c0d7556b3',
            },
        },
        'darwin-arm64': {
            package: '@anthropic-ai/claude-code-darwin-arm64',
            version,
            integrity: 'sha512-brgS94FOoB+ekq1gIeNpBtGAbzWxE1UEeBQWfk1KX1BStrMIxwWXriPfQLKEkFTWHpmGXv2fZxxMQJsR+5PhZw==',
            executable: 'claude',
            bubblewrap: undefined,
            files: {
                claude: '8c1729568b19cdadedd0a978bf692f9f279ef554c8a333c4e132b94fd8725550',
                'package.json': 'a042c22484564848cbe4655f1a49b6ca7462deed8e6240bbd5e78eb18709da45',
            },
        },
        'win32-x64': {
            package: '@anthropic-ai/claude-code-win32-x64',
            version,
            integrity: 'sha512-BkbOTOAYvz1BNVwdRJzibhxXtZVw289ucHt1aSArGSax8C6INgf6Xtp2wxmwsSSpKk+P8LyIhj0ufvFD1VJOFA==',
            executable: 'claude.exe',
            bubblewrap: undefined,
            files: {
                'claude.exe': '527162bb4578e3dc36319fa913a530d5dc1f752115a6a4fd139981702bf282d0',
                'package.json': '138fe0dadb49bd36ee90066327d12ee90b4769d68762b5621aa2050736ffd644',
            },
        },
        'win32-arm64': {
            package: '@anthropic-ai/claude-code-win32-arm64',
            version,
            integrity: 'sha512-8h2qmTBTwidpMLUqQuym7+mV91zbcFlmprl7MKrIhbgQaCOS/DyueeePJCqlxNhno1y349NcpJXvXd4AfsDVlw==',
            executable: 'claude.exe',
            bubblewrap: undefined,
            files: {
                'claude.exe': '47b8754be516a17d942a027e27659148c35196b2e56acbce6e03a68581857c88',
                'package.json': 'e1a996ce82bf27842cbdfa77f1bc6c60b6067f1a913b95008a37678abfa03eb7',
            },
        },
    },
};

;// CONCATENATED MODULE: ./src/reviewers/claude-cli.ts








const NAME = 'Claude Code';
/** What `opus` means to the pinned CLI. */
const ANTHROPIC_MODEL = 'claude-opus-5-5';
const ZAI_MODEL = 'glm-5.3';
const anthropic = {
    id: 'claude',
    family: 'anthropic',
    defaultModel: ANTHROPIC_MODEL,
    credential: 'anthropic-api-key',
    baseUrl: { input: 'anthropic-base-url', vendor: 'https://api.anthropic.com' },
    keyVariable: 'ANTHROPIC_API_KEY',
    efforts: { low: 'low', medium: 'medium', high: 'high' },
    contextTokens: () => undefined,
};
/** Z.ai's own plan for Claude Code; no answer of Anthropic's is involved. */
const zai = {
    id: 'glm',
    family: 'zhipu',
    defaultModel: ZAI_MODEL,
    credential: 'zai-api-key',
    baseUrl: { input: 'zai-base-url', vendor: 'https://api.z.ai/api/anthropic' },
    keyVariable: 'ANTHROPIC_AUTH_TOKEN',
    // GLM-5.3 knows no medium.
    efforts: { low: 'low', medium: 'high', high: 'max' },
    // The CLI assumes a million for every name that it does not know.
    contextTokens: (model) => (/^glm-5\.[23](?:-|$)/.test(model) ? undefined : 200_000),
};
const claude_cli_LIMITS = { stallMs: 600_000, answerMs: 300_000, streamIdleMs: 120_000 };
/** Claude Code on Anthropic, run hermetically: it can read the snapshot and do nothing else. */
const claude = makeClaude(anthropic, claude_cli_LIMITS);
/** The same harness on Z.ai's endpoint of the same form: another lab, another key. */
const glm = makeClaude(zai, claude_cli_LIMITS);
/** A reviewer of that provider, with limits of one's own; only tests need others. */
function makeClaude(provider, limits) {
    const { id, family, defaultModel, credential, baseUrl } = provider;
    return {
        id,
        family,
        defaultModel,
        credential,
        baseUrl,
        tool: claudeTool,
        wire: 'messages',
        // Its own sandbox confines the shell tool alone, and the model has none.
        tryOwnSandbox: async () => 'off',
        review: (request, io) => review(request, io, { provider, limits }),
    };
}
async function review(request, io, { provider, limits }) {
    const tool = requireTool(io, NAME);
    const workspace = await makeWorkspace(request, provider.id);
    const { snapshot, model } = request;
    const log = new EventLog(openSnapshotFiles(snapshot), { snapshot, model, version: tool.version }, io.onEvent);
    const run = { request, workspace, endpoint: io.endpoint, dialect: provider, limits };
    const output = await runCli(io, NAME, {
        file: tool.executable,
        args: toReviewArguments(run),
        cwd: snapshot,
        env: toEnvironment(run),
        input: request.prompt,
        ...toFiles(tool, workspace),
        onLine: (line) => log.add(line),
        stallMs: limits.stallMs,
        signal: request.signal,
    });
    requireUninterrupted(request.signal);
    const result = requireCompleted(output, { log, stallMs: limits.stallMs, key: io.endpoint.key });
    return { text: requireAnswer(result), model: log.model ?? model, filesRead: log.filesRead, turns: 1 };
}
/** SIGINT ends the CLI with exit code 0, and a failure is called a success in `subtype`: all must be right. */
function requireCompleted(output, { log, stallMs, key }) {
    requireHeard(output, NAME, stallMs);
    const { result, errorKind } = log;
    if (output.exitCode === 0 && result?.is_error === false && result.subtype === 'success')
        return result;
    const error = toReviewerError({ result, errorKind, said: describeExit(output) });
    throw key === '' ? error : new errors/* ReviewerError */.Qh(error.code, error.message.replaceAll(key, '***'));
}
/** What was handed in through the schema; a model that does not, answers in text, which is judged like any reply. */
function requireAnswer({ structured_output: handedIn, result = '' }) {
    return run_cli_requireText(handedIn === undefined || handedIn === null ? result : JSON.stringify(handedIn));
}

;// CONCATENATED MODULE: ./src/reviewers/codex/command-line.ts
/** For people. */
const command_line_NAME = 'The Codex CLI';
/** The environment variable that carries the key: arguments can be read by every user of the machine. */
const KEY_VARIABLE = 'MSA_MODEL_KEY';
/** Features of the CLI that reach out, run something, or offer the model more than commands. */
const DISABLED_FEATURES = [
    'apps',
    'plugins',
    'remote_plugin',
    'plugin_sharing',
    'hooks',
    'multi_agent',
    'goals',
    'image_generation',
    'view_image',
    'tool_suggest',
    'skill_search',
    'skill_mcp_dependency_install',
    'sleep_tool',
    'shell_snapshot',
    'in_app_browser',
    'browser_use',
    'browser_use_external',
    'browser_use_full_cdp_access',
    'computer_use',
    'workspace_dependencies',
    'enable_request_compression',
    // Else a refused connection is tried for ever.
    'unbounded_connection_retries',
    'daemon_auto_start',
    'guardian_approval',
    'tool_call_mcp_elicitation',
    'auth_elicitation',
];
/** What the model's own commands see; nothing of ours is inherited. */
const SHELL_ENVIRONMENT = {
    PATH: '/usr/bin:/bin',
    HOME: '/nonexistent',
    LANG: 'C.UTF-8',
    SHLVL: '1',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_COUNT: '3',
    GIT_CONFIG_KEY_0: 'safe.directory',
    GIT_CONFIG_VALUE_0: '*',
    GIT_CONFIG_KEY_1: 'core.fsmonitor',
    GIT_CONFIG_VALUE_1: 'false',
    GIT_CONFIG_KEY_2: 'core.hooksPath',
    GIT_CONFIG_VALUE_2: '/dev/null',
};
/** The arguments of a review; the prompt comes by standard input. */
function command_line_toReviewArguments(run) {
    const { request, workspace } = run;
    return [
        'exec',
        '--json',
        '--ephemeral',
        '--ignore-user-config',
        '--ignore-rules',
        '--skip-git-repo-check',
        '--strict-config',
        ...['--color', 'never'],
        ...['-C', request.snapshot],
        // One argument, so that no model name can be taken for an option.
        `--model=${request.model}`,
        ...['--output-schema', workspace.schema],
        ...['--output-last-message', workspace.lastMessage],
        ...toFlags({
            ...(request.ownSandbox === 'on' ? confinement(run) : NO_CONFINEMENT),
            ...providerSettings(run),
            ...reviewSettings(run),
        }),
        ...DISABLED_FEATURES.flatMap((feature) => ['--disable', feature]),
        '-',
    ];
}
/** The arguments that run `command` in the sandbox of a review, without a model. */
function toSandboxArguments(run, command) {
    return ['sandbox', '-C', run.workspace.snapshot, '-P', PROFILE, ...toFlags(confinement(run)), '--', ...command];
}
const PROFILE = 'msa';
/** `--sandbox` must not be given as well: it silently wins over the profile, and lets everything be read. */
function confinement({ tool, workspace }) {
    return {
        default_permissions: PROFILE,
        [`permissions.${PROFILE}.filesystem`]: {
            ':minimal': 'read',
            [tool.directory]: 'read',
            [workspace.snapshot]: 'read',
        },
        [`permissions.${PROFILE}.network.enabled`]: false,
        // The snapshot is its own root: no configuration is looked for above it.
        project_root_markers: [],
    };
}
/** Ours alone confines it then. */
const NO_CONFINEMENT = { sandbox_mode: 'danger-full-access', project_root_markers: [] };
function providerSettings({ endpoint, limits }) {
    const provider = {
        name: 'msa',
        base_url: endpoint.baseUrl,
        env_key: KEY_VARIABLE,
        wire_api: 'responses',
        request_max_retries: 2,
        stream_max_retries: 2,
        stream_idle_timeout_ms: limits.streamIdleMs,
        supports_websockets: false,
    };
    const entries = Object.entries(provider).map(([key, value]) => [`model_providers.msa.${key}`, value]);
    return { model_provider: 'msa', ...Object.fromEntries(entries) };
}
function reviewSettings({ request, workspace }) {
    return {
        approval_policy: 'never',
        model_reasoning_effort: request.effort,
        // Also a safety gain: the built-in instructions tell the model to obey AGENTS.md files.
        model_instructions_file: workspace.instructions,
        web_search: 'disabled',
        project_doc_max_bytes: 0,
        check_for_update_on_startup: false,
        'analytics.enabled': false,
        'feedback.enabled': false,
        'history.persistence': 'none',
        'skills.include_instructions': false,
        'skills.bundled.enabled': false,
        // The only switch that takes the sub-agent tools away.
        'agents.enabled': false,
        allow_login_shell: false,
        'shell_environment_policy.inherit': 'none',
        'shell_environment_policy.set': SHELL_ENVIRONMENT,
    };
}
function toFlags(settings) {
    return Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${toToml(value)}`]);
}
function toToml(value) {
    // A JSON string, number or array of strings is the same in TOML, once DEL is escaped too.
    if (typeof value !== 'object' || Array.isArray(value))
        return JSON.stringify(value).replaceAll('\u007f', '\\u007f');
    return `{${Object.entries(value)
        .map(([key, inner]) => `${toToml(key)}=${toToml(inner)}`)
        .join(',')}}`;
}

;// CONCATENATED MODULE: ./src/reviewers/codex/events.ts



/** How a line begins, as the CLI writes it. A model's text stands further behind, and in quotation marks of its own. */
const events_HEAD = /^\{"type":"([\w.]{1,40})"(?:,"item":\{"id":"[\w-]{0,40}","type":"(\w{1,40})")?/;
const events_HEAD_BYTES = 200;
/** How the line of a command that succeeded ends. Within a text each of these quotation marks would follow a backslash. */
const SUCCESS = Buffer.from(',"exit_code":0,"status":"completed"}}');
/** The events of `codex exec --json` that matter here; all others are passed over. */
const events_EVENTS = ['item.started', 'item.completed', 'turn.completed', 'turn.failed', 'error'];
const ITEMS = ['command_execution', 'agent_message', 'reasoning', 'error'];
/** What the event log of one run says. */
class events_EventLog {
    #onEvent;
    #reads;
    turns = 0;
    /** Why the turn failed; before that, the last problem that the CLI reported. */
    failure;
    /** Whether a turn was reported as failed, and not only a passing problem. */
    failed = false;
    constructor(files, onEvent) {
        this.#reads = new ReadLog(files);
        this.#onEvent = onEvent;
    }
    get filesRead() {
        return this.#reads.paths;
    }
    /** Takes up one line of standard output; a line that is no known event is passed over. */
    add(line) {
        // Anything else is no event, and must cost nothing: a program can print millions of such lines.
        if (line[0] !== OPENING_BRACE)
            return;
        const [, type, item] = events_HEAD.exec(line.toString('latin1', 0, events_HEAD_BYTES)) ?? [];
        if (type !== undefined && !events_EVENTS.includes(type))
            return;
        if (item !== undefined && !ITEMS.includes(item))
            return;
        const isRun = type === 'item.completed' && item === 'command_execution';
        // It could only tell of a read.
        if (isRun && this.#reads.isSated && endsWith(line, SUCCESS))
            return;
        // The output is decoded only where it may tell something.
        this.#addEvent(isRun ? parseOutline(line) : parseLine(line));
    }
    #addEvent(outline) {
        const event = fieldsOf(outline?.value);
        if (event === undefined || outline === undefined)
            return;
        switch (event.type) {
            case 'item.started':
                this.#takeStart(fieldsOf(event.item), outline.textOf);
                break;
            case 'item.completed':
                this.#takeItem(fieldsOf(event.item), outline.textOf);
                break;
            case 'turn.completed':
                this.turns += 1;
                break;
            case 'turn.failed':
                this.#takeFailure(fieldsOf(event.error), outline.textOf);
                break;
            case 'error':
                this.#takeProblem(event, outline.textOf);
                break;
        }
    }
    #takeFailure(error, textOf) {
        const message = error && textField(error, 'message');
        if (message === undefined)
            return;
        this.failure = textOf(message).decode();
        this.failed = true;
    }
    #takeProblem(event, textOf) {
        const message = textField(event, 'message');
        if (message === undefined)
            return;
        // 'Reconnecting… 1/2' is one of these: not fatal by itself.
        this.failure = textOf(message).decode();
        this.#onEvent({ kind: 'warning', text: this.failure });
    }
    #takeStart(item, textOf) {
        const command = item?.type === 'command_execution' ? textField(item, 'command') : undefined;
        if (command === undefined)
            return;
        this.#onEvent({ kind: 'command', command: textOf(command).beginning(MAX_TOLD), exitCode: null });
    }
    #takeItem(item, textOf) {
        switch (item?.type) {
            case 'command_execution':
                this.#takeCommand(item, textOf);
                break;
            case 'agent_message':
            case 'reasoning':
                this.#tell('message', textField(item, 'text'), textOf);
                break;
            case 'error':
                this.#tell('warning', textField(item, 'message'), textOf);
                break;
        }
    }
    #tell(kind, text, textOf) {
        if (text !== undefined)
            this.#onEvent({ kind, text: textOf(text).beginning(MAX_TOLD) });
    }
    #takeCommand(item, textOf) {
        const command = textField(item, 'command');
        if (command === undefined)
            return;
        const exitCode = Number.isFinite(item.exit_code) ? Number(item.exit_code) : null;
        if (exitCode !== 0) {
            this.#onEvent({ kind: 'command', command: textOf(command).beginning(MAX_TOLD), exitCode });
            return;
        }
        const output = textOf(textField(item, 'aggregated_output') ?? '');
        for (const path of this.#reads.take(textOf(command).decode(), output))
            this.#onEvent({ kind: 'read', path });
    }
}
function endsWith(line, ending) {
    return line.length >= ending.length && line.compare(ending, 0, ending.length, line.length - ending.length) === 0;
}

;// CONCATENATED MODULE: ./src/reviewers/codex/failure.ts



/**
 * What Codex 0.169.0 prints when a turn fails, as measured; the first row that matches counts. Every pattern is anchored:
 * what follows the CLI's own words is text of a provider and could repeat anything, a pull request included.
 */
const failure_FAILURES = [
    { pattern: /^unexpected status 40[13]\b/, code: 'UNAUTHENTICATED' },
    { pattern: /^unexpected status 404\b/, code: 'MODEL_NOT_FOUND' },
    { pattern: /^The model `[^`]*` does not exist/, code: 'MODEL_NOT_FOUND' },
    { pattern: /^(?:unexpected status 413\b|Codex ran out of room)/, code: 'CONTEXT_TOO_LONG' },
    {
        pattern: /^\{"error":\{"message":"[^"]*\bmaximum context length\b/,
        code: 'CONTEXT_TOO_LONG',
    },
    { pattern: /^Quota exceeded/, code: 'QUOTA' },
    { pattern: /^You've hit your usage limit/, code: 'QUOTA' },
    { pattern: /^exceeded retry limit, last status: 429\b/, code: 'RATE_LIMITED' },
    { pattern: /^(?:unexpected status 429\b|rate limit exceeded:)/, code: 'RATE_LIMITED' },
    { pattern: /^Selected model is at capacity/, code: 'OVERLOADED' },
    { pattern: /^We.re currently experiencing high demand/, code: 'OVERLOADED' },
    {
        pattern: /^(?:unexpected status|exceeded retry limit, last status:) 5\d\d\b/,
        code: 'OVERLOADED',
    },
    {
        pattern: /^(?:stream disconnected before completion: )?Incomplete response returned, reason: max_output_tokens/,
        code: 'NO_REPLY',
    },
    {
        pattern: /^(?:stream disconnected before completion: )?Incomplete response returned, reason: content_filter/,
        code: 'REFUSED',
    },
    { pattern: /^This (?:prompt|content) was flagged\b/, code: 'REFUSED' },
    {
        // Any other text after these words is what the provider wrote into response.failed, and no broken connection.
        pattern: /^stream disconnected before completion: (?:error sending request|idle timeout|stream closed before|Transport error|error decoding response body)/,
        code: 'CONNECTION',
    },
    { pattern: /^Connection failed:/, code: 'CONNECTION' },
];
/** Why a turn failed, from what the CLI said of it. */
function failure_toReviewerError(message) {
    const row = failure_FAILURES.find(({ pattern }) => pattern.test(message));
    const quote = toOneLine(message);
    if (row === undefined)
        return new errors/* ReviewerError */.Qh('EXITED', `The Codex CLI could not finish the review: ${quote}`);
    return new errors/* ReviewerError */.Qh(row.code, `${explanations[row.code]} Codex says: ${quote}`);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/reviewers/codex/workspace.ts



/** Writes the input files of a run into `request.scratch` and names its directories. */
async function workspace_makeWorkspace(request) {
    const inScratch = (name) => (0,external_node_path_.join)(request.scratch, name);
    const workspace = {
        snapshot: request.snapshot,
        home: inScratch('home'),
        codexHome: inScratch('codex-home'),
        temporary: inScratch('tmp'),
        instructions: inScratch('instructions.md'),
        schema: inScratch('schema.json'),
        lastMessage: inScratch('last-message.txt'),
    };
    await (0,external_node_fs_promises_.writeFile)(workspace.instructions, (0,prompts/* readPrompt */.$)('reviewers/codex'), { mode: 0o644 });
    await (0,external_node_fs_promises_.writeFile)(workspace.schema, JSON.stringify(request.outputSchema), { mode: 0o644 });
    return workspace;
}
/** What the CLI may read and write. */
function workspace_toFiles(tool, workspace) {
    return {
        readOnly: [tool.directory, workspace.instructions, workspace.schema],
        writableFiles: [workspace.lastMessage],
        privateDirectories: [workspace.home, workspace.codexHome, workspace.temporary],
    };
}
/** The environment of the CLI, made from nothing. */
function workspace_toEnvironment(workspace) {
    return {
        PATH: '/usr/bin:/bin',
        HOME: workspace.home,
        TMPDIR: workspace.temporary,
        CODEX_HOME: workspace.codexHome,
        LANG: 'C.UTF-8',
        // Without it Debian's bash takes the tool's socket for a remote login and reads ~/.bashrc.
        SHLVL: '1',
    };
}

;// CONCATENATED MODULE: ./src/reviewers/codex/own-sandbox.ts




/** It takes 0.2 s; a sandbox that needs this long does not work. Milliseconds. */
const TRIAL_MS = 30_000;
/**
 * Tries whether the CLI's own sandbox works where the review will run: a command starts in it, reads the snapshot, cannot
 * write it, and cannot reach the key proxy. A sandbox that does not work is otherwise seen nowhere: every command fails,
 * the turn completes and the exit code is 0. Ubuntu 24.04 and nested namespaces are where it does not.
 */
async function tryOwnSandbox(request, io) {
    const tool = requireTool(io, command_line_NAME);
    const workspace = await workspace_makeWorkspace(request);
    // Random, so that nothing but this script can say it.
    const works = `works ${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
    const lines = [];
    const output = await runCli(io, command_line_NAME, {
        file: tool.executable,
        args: toSandboxArguments({ tool, workspace }, ['/bin/bash', '-c', toTrial(request.snapshot, io, works)]),
        cwd: request.snapshot,
        env: workspace_toEnvironment(workspace),
        input: '',
        ...workspace_toFiles(tool, workspace),
        onLine: (line) => lines.push(line.toString('utf8')),
        stallMs: TRIAL_MS,
        signal: request.signal,
    });
    requireUninterrupted(request.signal);
    if (output.exitCode === 0 && lines.includes(works) && !output.stderr.includes(NO_HELPERS))
        return 'on';
    io.onEvent({
        kind: 'message',
        text: 'The own sandbox of the Codex CLI does not work here; a second layer is missing.',
    });
    return 'off';
}
/** The CLI then goes on without its sandbox helper, and every command of a review fails unseen. */
const NO_HELPERS = 'could not create PATH aliases';
function toTrial(snapshot, io, works) {
    const { hostname, port } = new URL(io.endpoint.baseUrl);
    const probe = own_sandbox_quote(`${snapshot}/.model-stack-trial`);
    return [
        `ls ${own_sandbox_quote(snapshot)} >/dev/null`,
        `! { : > ${probe}; } 2>/dev/null`,
        `! { : < /dev/tcp/${hostname}/${port || '80'}; } 2>/dev/null`,
        `echo '${works}'`,
    ].join(' && ');
}
/** One word of a shell script, whatever it holds. */
function own_sandbox_quote(text) {
    return `'${text.replaceAll("'", `'"'"'`)}'`;
}

// EXTERNAL MODULE: ./src/reviewers/pins/codex.ts
var codex = __webpack_require__(3982);
;// CONCATENATED MODULE: ./src/reviewers/codex-cli.ts










/**
 * The classic tool mode, where the model is offered a shell command and nothing else. gpt-5.6 and gpt-6 know only code
 * mode, which hands the model a JavaScript interpreter.
 */
const codex_cli_DEFAULT_MODEL = 'gpt-5.5';
/** The Codex CLI, run hermetically; inside our sandbox its own is a second layer. */
const codex_cli_codex = makeCodex({ stallMs: 600_000, streamIdleMs: 120_000 });
/** The reviewer with limits of one's own; only tests need others. */
function makeCodex(limits) {
    return {
        id: 'codex',
        family: 'openai',
        defaultModel: codex_cli_DEFAULT_MODEL,
        credential: 'openai-api-key',
        baseUrl: { input: 'openai-base-url', vendor: 'https://api.openai.com/v1' },
        tool: codex/* codexTool */.c,
        wire: 'responses',
        tryOwnSandbox: tryOwnSandbox,
        review: (request, io) => codex_cli_review(request, io, limits),
    };
}
async function codex_cli_review(request, io, limits) {
    const tool = requireTool(io, command_line_NAME);
    const workspace = await workspace_makeWorkspace(request);
    const log = new events_EventLog(openSnapshotFiles(request.snapshot), io.onEvent);
    const output = await runCli(io, command_line_NAME, {
        file: tool.executable,
        args: command_line_toReviewArguments({ tool, workspace, request, endpoint: io.endpoint, limits }),
        cwd: request.snapshot,
        env: { ...workspace_toEnvironment(workspace), [KEY_VARIABLE]: io.endpoint.key },
        input: request.prompt,
        ...workspace_toFiles(tool, workspace),
        onLine: (line) => log.add(line),
        stallMs: limits.stallMs,
        signal: request.signal,
    });
    requireUninterrupted(request.signal);
    codex_cli_requireCompleted(output, { log, stallMs: limits.stallMs, key: io.endpoint.key });
    const text = run_cli_requireText(await readLastMessage(workspace.lastMessage));
    return { text, model: request.model, filesRead: log.filesRead, turns: log.turns };
}
function codex_cli_requireCompleted(output, { log, stallMs, key }) {
    requireHeard(output, command_line_NAME, stallMs);
    if (output.exitCode === 0 && log.turns > 0 && !log.failed)
        return;
    const said = log.failure ?? describeExit(output);
    throw failure_toReviewerError(key === '' ? said : said.replaceAll(key, '***'));
}
/** No review is longer. Bytes. */
const MAX_REPLY_BYTES = 16 * 1024 * 1024;
async function readLastMessage(path) {
    const file = await (0,external_node_fs_promises_.open)(path, 'r').catch((error) => {
        throw new errors/* ReviewerError */.Qh('NO_REPLY', 'The Codex CLI left no file with the answer.', { cause: error });
    });
    try {
        const { size } = await file.stat();
        if (size > MAX_REPLY_BYTES)
            throw new errors/* ReviewerError */.Qh('NO_REPLY', `The answer is over ${MAX_REPLY_BYTES} bytes.`);
        return await file.readFile('utf8');
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./src/reviewers/agent/gemini-conversation.ts





/** Models before Gemini 3 know a budget instead of a level. */
const gemini_conversation_SETTINGS = [{ name: 'thinkingConfig', named: /thinking/i }];
/** How the answer is given: models before Gemini 3 cannot be held to a schema where they may call functions. */
const SUBMIT = 'submit_review';
const FunctionCall = schemas/* object */.Ikc({
    id: schemas/* string */.YjP().max(256).optional(),
    name: schemas/* string */.YjP().max(256),
    args: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).optional(),
});
/** What the model said, and what it wants to see again; without the signatures of its thoughts it refuses to go on. */
const Part = schemas/* object */.Ikc({
    text: schemas/* string */.YjP().optional(),
    thought: schemas/* boolean */.zMY().optional(),
    thoughtSignature: schemas/* string */.YjP().optional(),
    functionCall: FunctionCall.optional(),
});
/** A conversation in the format of Google's Gemini API. */
async function openGeminiConversation(opening) {
    const settings = makeOptionalSettings(gemini_conversation_SETTINGS);
    let contents = [];
    let model;
    return {
        ask: async (step) => {
            const asked = [...contents, { role: 'user', parts: toParts(step) }];
            const answer = await settings.send(() => send(opening, gemini_conversation_toBody(opening, { contents: asked, step, settings })));
            contents = [...asked, { role: 'model', parts: answer.parts }];
            model = answer.model ?? model;
            return gemini_conversation_toTurn(answer);
        },
        stopEnforcing: () => false,
        model: () => model,
    };
}
async function send({ endpoint, model, signal }, body) {
    const url = `${endpoint.baseUrl}/v1beta/models/${model}:streamGenerateContent?alt=sse`;
    const fetchLocally = makeLocalFetch({ 'x-goog-api-key': endpoint.key });
    const request = { body: JSON.stringify(body), signal };
    const response = await fetchLocally(url, request).catch((error) => {
        throw brokenConnection(error instanceof Error ? error.message : '', error);
    });
    if (response.ok)
        return readGeminiAnswer(response);
    const text = Buffer.from(await response.arrayBuffer().catch(() => new ArrayBuffer(0)));
    const parsed = (0,json_body/* parseJsonBody */.Y)(text);
    throw failureOfStatus(response.status, parsed.kind === 'json' ? parsed.value : {}, response.headers);
}
function gemini_conversation_toBody(opening, { contents, step, settings }) {
    const submit = {
        name: SUBMIT,
        description: 'Gives the answer of the task and ends it.',
        parameters: opening.outputSchema,
    };
    const functions = [...opening.tools, submit].map(({ name, description, parameters }) => ({
        name,
        description,
        parametersJsonSchema: parameters,
    }));
    const choice = step.tools === 'offered' ? { mode: 'AUTO' } : { mode: 'ANY', allowedFunctionNames: [SUBMIT] };
    const thinking = settings.has('thinkingConfig') ? { thinkingConfig: { thinkingLevel: opening.effort } } : {};
    return {
        systemInstruction: { parts: [{ text: opening.instructions }] },
        contents,
        tools: [{ functionDeclarations: functions }],
        toolConfig: { functionCallingConfig: choice },
        generationConfig: { candidateCount: 1, ...thinking },
    };
}
function toParts({ say }) {
    if (typeof say === 'string')
        return [{ text: say }];
    return say.map(({ call, text, failed }) => ({
        functionResponse: {
            ...(call.id === '' ? {} : { id: call.id }),
            name: call.name,
            response: failed ? { error: text } : { output: text },
        },
    }));
}
const Chunk = schemas/* looseObject */._H3({
    modelVersion: schemas/* string */.YjP().max(200).optional().catch(undefined),
    promptFeedback: schemas/* looseObject */._H3({ blockReason: schemas/* string */.YjP().max(200).optional() }).nullish(),
    candidates: schemas/* array */.YOg(schemas/* looseObject */._H3({
        content: schemas/* looseObject */._H3({ parts: schemas/* array */.YOg(Part).nullish() }).nullish(),
        finishReason: schemas/* string */.YjP().max(200).optional(),
    }))
        .nullish(),
    error: schemas/* unknown */.L5J().optional(),
});
async function readGeminiAnswer(response) {
    const parts = [];
    let model;
    let finish = '';
    await readAnswer(response, (value) => {
        const chunk = Chunk.safeParse(value);
        if (!chunk.success)
            throw brokenConnection('A part of the answer is not in the format of the Gemini API.');
        if (chunk.data.error != null)
            throw failureInStream(value);
        const candidate = chunk.data.candidates?.[0];
        for (const part of candidate?.content?.parts ?? [])
            parts.push(part);
        model = chunk.data.modelVersion ?? model;
        finish = chunk.data.promptFeedback?.blockReason ?? candidate?.finishReason ?? finish;
    });
    if (finish === '')
        throw brokenConnection('The answer ended before it was complete.');
    if (finish === 'MALFORMED_FUNCTION_CALL' || finish === 'UNEXPECTED_TOOL_CALL')
        throw malformedCall(finish);
    return { model, parts, finish };
}
/** The model's own slip, which it seldom makes twice. */
function malformedCall(finish) {
    const message = `The model called a function in a form that the API could not read (${finish}). Run again.`;
    const retry = { kind: 'may', afterMs: undefined };
    return new CallFailure({ code: 'NO_REPLY', status: undefined, message, said: finish, retry });
}
function gemini_conversation_toTurn({ finish, parts }) {
    if (finish === 'MAX_TOKENS')
        return { kind: 'cut-off', why: finish };
    if (finish !== 'STOP')
        return { kind: 'refused', why: finish };
    const called = parts.flatMap(({ functionCall }) => (functionCall === undefined ? [] : [functionCall]));
    const submitted = called.find(({ name }) => name === SUBMIT);
    if (submitted !== undefined)
        return { kind: 'answer', text: JSON.stringify(submitted.args ?? {}) };
    const calls = called.map(({ id = '', name, args = {} }) => ({ id, name, arguments: JSON.stringify(args) }));
    const text = parts.map((part) => (part.thought === true ? '' : (part.text ?? ''))).join('');
    return calls.length > 0 ? { kind: 'calls', calls } : { kind: 'answer', text };
}

;// CONCATENATED MODULE: ./src/reviewers/gemini-api.ts


const gemini_api_DEFAULT_MODEL = 'gemini-3.1-pro-preview';
/** Gemini through Google's API; its CLI cannot be driven hermetically (docs/decisions/0012-gemini-through-its-api.md). */
const gemini = makeGemini();
/** The reviewer with limits of one's own; only tests need others. */
function makeGemini(limits) {
    return {
        id: 'gemini',
        family: 'google',
        defaultModel: gemini_api_DEFAULT_MODEL,
        credential: 'gemini-api-key',
        baseUrl: { input: 'gemini-base-url', vendor: 'https://generativelanguage.googleapis.com' },
        tool: undefined,
        wire: 'gemini',
        tryOwnSandbox: () => Promise.resolve('off'),
        review: makeReviewLoop({ name: 'gemini', open: openGeminiConversation }, limits),
    };
}

;// CONCATENATED MODULE: ./src/reviewers/agent/chat-conversation.ts





/** Not every server of this format knows these. */
const chat_conversation_SETTINGS = [
    { name: 'response_format', named: /response_format|json_schema|structured.output/i },
    { name: 'reasoning_effort', named: /reasoning|effort/i },
    { name: 'stream_options', named: /stream_options|include_usage/i },
    { name: 'store', named: /\bstore\b/i },
];
/** The key proxy has its own limits; the SDK's must not come first. Milliseconds. */
const chat_conversation_NEVER_MS = 2_000_000_000;
/** A conversation in the format of Chat Completions, through the SDK of OpenAI. */
async function openChatConversation(opening) {
    const { OpenAI } = await __webpack_require__.e(/* import() */ 774).then(__webpack_require__.bind(__webpack_require__, 1774));
    // Said in so many words: what is left out, the SDK takes from the environment.
    const client = new OpenAI({
        apiKey: opening.endpoint.key,
        baseURL: opening.endpoint.baseUrl,
        organization: null,
        project: null,
        webhookSecret: null,
        logLevel: 'off',
        maxRetries: 0,
        timeout: chat_conversation_NEVER_MS,
        fetch: makeLocalFetch({ authorization: `Bearer ${opening.endpoint.key}` }),
    });
    const settings = makeOptionalSettings(chat_conversation_SETTINGS);
    let messages = [{ role: 'system', content: opening.instructions }];
    let model;
    const send = (body) => withCallSignal(opening.signal, async (signal) => {
        // The SDK would print what it cannot parse.
        const sent = client.chat.completions.create(body, { signal }).asResponse();
        const response = await sent.catch((error) => {
            throw error instanceof OpenAI.OpenAIError ? failureOfSdk(error) : error;
        });
        return readChatAnswer(response);
    });
    return {
        ask: async (step) => {
            const asked = [...messages, ...toMessages(step)];
            const answer = await settings.send(() => send(chat_conversation_toBody(opening, { messages: asked, step, settings })));
            messages = [...asked, toAssistantMessage(answer)];
            model = answer.model ?? model;
            return chat_conversation_toTurn(answer);
        },
        stopEnforcing: () => settings.drop('response_format'),
        model: () => model,
    };
}
function chat_conversation_toBody(opening, { messages, step, settings }) {
    const schema = { name: 'review', strict: true, schema: { ...opening.outputSchema } };
    return {
        model: opening.model,
        messages: [...messages],
        tools: opening.tools.map((tool) => ({ type: 'function', function: { ...tool } })),
        tool_choice: step.tools === 'offered' ? 'auto' : 'none',
        stream: true,
        ...(settings.has('response_format') ? { response_format: { type: 'json_schema', json_schema: schema } } : {}),
        ...(settings.has('reasoning_effort') ? { reasoning_effort: opening.effort } : {}),
        ...(settings.has('stream_options') ? { stream_options: { include_usage: true } } : {}),
        ...(settings.has('store') ? { store: false } : {}),
    };
}
function toMessages({ say }) {
    if (typeof say === 'string')
        return [{ role: 'user', content: say }];
    return say.map(({ call, text }) => ({ role: 'tool', tool_call_id: call.id, content: text }));
}
const chat_conversation_Delta = schemas/* looseObject */._H3({
    content: schemas/* string */.YjP().nullish(),
    refusal: schemas/* string */.YjP().nullish(),
    reasoning_content: schemas/* string */.YjP().nullish(),
    tool_calls: schemas/* array */.YOg(schemas/* looseObject */._H3({
        index: schemas/* int */.Whr().nonnegative().optional(),
        id: schemas/* string */.YjP().max(256).nullish(),
        function: schemas/* looseObject */._H3({ name: schemas/* string */.YjP().max(256).nullish(), arguments: schemas/* string */.YjP().nullish() }).nullish(),
    }))
        .nullish(),
});
/** A part of a stream holds `delta`, a whole answer `message`. */
const Choice = schemas/* looseObject */._H3({
    delta: chat_conversation_Delta.nullish(),
    message: chat_conversation_Delta.nullish(),
    finish_reason: schemas/* string */.YjP().max(200).nullish(),
});
const chat_conversation_Chunk = schemas/* looseObject */._H3({
    model: schemas/* string */.YjP().max(200).nullish().catch(undefined),
    choices: schemas/* array */.YOg(Choice).nullish(),
    error: schemas/* unknown */.L5J().optional(),
});
async function readChatAnswer(response) {
    const calls = new Map();
    let answer = { model: undefined, content: '', refusal: '', reasoning: '', calls: [], finish: '' };
    await readAnswer(response, (value) => {
        const chunk = chat_conversation_Chunk.safeParse(value);
        if (!chunk.success)
            throw brokenConnection('A part of the answer is not in the format of Chat Completions.');
        if (chunk.data.error != null)
            throw failureInStream(value);
        const choice = chunk.data.choices?.[0];
        const delta = choice?.delta ?? choice?.message;
        for (const part of delta?.tool_calls ?? [])
            addCallPart(calls, part);
        answer = {
            ...answer,
            model: chunk.data.model || answer.model,
            content: answer.content + (delta?.content ?? ''),
            refusal: answer.refusal + (delta?.refusal ?? ''),
            reasoning: answer.reasoning + (delta?.reasoning_content ?? ''),
            finish: choice?.finish_reason || answer.finish,
        };
    });
    if (answer.finish === '')
        throw brokenConnection('The answer ended before it was complete.');
    if (answer.finish === 'error')
        throw brokenProvider();
    return { ...answer, calls: [...calls.values()] };
}
/** OpenRouter's word for a provider behind it that broke off. */
function brokenProvider() {
    return failureInStream({ error: { type: 'server_error', message: 'finish_reason error' } });
}
/** Some servers number the parts of a call, others send calls as a whole and without a number. */
function addCallPart(calls, part) {
    const index = part.index ?? (part.id == null ? Math.max(0, calls.size - 1) : calls.size);
    const known = calls.get(index) ?? { id: `call_${index}`, name: '', arguments: '' };
    calls.set(index, {
        id: part.id || known.id,
        name: part.function?.name || known.name,
        arguments: known.arguments + (part.function?.arguments ?? ''),
    });
}
function chat_conversation_toTurn({ finish, refusal, calls, content }) {
    if (finish === 'content_filter' || refusal !== '')
        return { kind: 'refused', why: refusal || finish };
    if (finish === 'length')
        return { kind: 'cut-off', why: finish };
    return calls.length > 0 ? { kind: 'calls', calls } : { kind: 'answer', text: content };
}
function toAssistantMessage({ content, reasoning, calls }) {
    const message = {
        role: 'assistant',
        content,
        // DeepSeek and others want to see what they thought; OpenAI never shows it.
        ...(reasoning === '' ? {} : { reasoning_content: reasoning }),
    };
    if (calls.length === 0)
        return message;
    return {
        ...message,
        tool_calls: calls.map(({ id, name, arguments: text }) => ({
            id,
            type: 'function',
            function: { name, arguments: text },
        })),
    };
}

;// CONCATENATED MODULE: ./src/reviewers/openai-api.ts


const openai_api_DEFAULT_MODEL = 'gpt-5.5';
/** Any endpoint that speaks Chat Completions: OpenAI, Azure, OpenRouter, vLLM, Ollama. It needs no CLI and runs nothing. */
const openaiApi = makeOpenaiApi();
/** The reviewer with limits of one's own; only tests need others. */
function makeOpenaiApi(limits) {
    return {
        id: 'openai-api',
        // Of the default model; what else such an endpoint serves is known by the name of the model.
        family: 'openai',
        defaultModel: openai_api_DEFAULT_MODEL,
        credential: 'openai-api-key',
        baseUrl: { input: 'openai-base-url', vendor: 'https://api.openai.com/v1' },
        tool: undefined,
        wire: 'chat',
        tryOwnSandbox: () => Promise.resolve('off'),
        review: makeReviewLoop({ name: 'openai-api', open: openChatConversation }, limits),
    };
}

;// CONCATENATED MODULE: ./src/reviewers/index.ts





/** Every reviewer there is, in the order of `reviewerIds`. */
const reviewers = [codex_cli_codex, glm, claude, gemini, openaiApi, anthropicApi];
/** The reviewer of that id; undefined when there is none. */
function reviewerById(id) {
    return reviewers.find((reviewer) => reviewer.id === id);
}


/***/ }),

/***/ 3982:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ codexTool)
/* harmony export */ });
const version = '0.169.0';
const linuxX64 = 'vendor/x86_64-unknown-linux-musl';
const linuxArm64 = 'vendor/aarch64-unknown-linux-musl';
const darwinX64 = 'vendor/x86_64-apple-darwin';
const darwinArm64 = 'vendor/aarch64-apple-darwin';
const win32X64 = 'vendor/x86_64-pc-windows-msvc';
const win32Arm64 = 'vendor/aarch64-pc-windows-msvc';
/**
 * The Codex CLI that this project was measured with. The platform packages hold native binaries and no scripts; the
 * voice host in them (30 to 50 MB) is left out.
 */
const codexTool = {
    name: 'codex',
    version,
    packages: {
        'linux-x64': {
            package: '@openai/codex',
            version: `${version}-linux-x64`,
            integrity: 'sha512-o05NyAOCDygSPRo1yinzxvkRSdmsZyBD9E7mbpmjRanSfM8lypqWtQgEo4XfNkwhuCR2aFu8mlGOsQGFXVbVww==',
            executable: `${linuxX64}/bin/codex`,
            bubblewrap: `${linuxX64}/codex-resources/bwrap`,
            files: {
                'package.json': '845d34dc6afad3edb8ea0be4238479fd397c43697d30843c8af03e08260fdd17',
                [`${linuxX64}/codex-package.json`]: '28811e0083d220befc827d711fb8c9f4b7f85825b11164ff154e15cfe2540715',
                [`${linuxX64}/bin/codex`]: 'b452ca20f838a8855a88a41050ee4a694033fff4ea3ecdad5633e6e0e8d13f2b',
                [`${linuxX64}/bin/codex-code-mode-host`]: 'e9f2ef68671b2b6ac68902d19e8dafda3f5928e678ecf3f30c74b203a2c403ed',
                [`${linuxX64}/codex-path/rg`]: 'e62198eb19b136b88c330af83647b5a962cb99b6b1f066758568f12de1974849',
                [`${linuxX64}/codex-resources/bwrap`]: '15fd5f2673d2e1c2f80e34e5108462fd014f5e8bbc7b0731f1ab23d1ff1ac140',
            },
        },
        'linux-arm64': {
            package: '@openai/codex',
            version: `${version}-linux-arm64`,
            integrity: 'sha512-NZ/DaQUpcQmxmqee7Z9uC1rzw3GhSbooawcaTe1LN5Yk+WlinUKGdTXJgClRT/9ogQEEM9TWxYzvxPfj5G/xFg==',
            executable: `${linuxArm64}/bin/codex`,
            bubblewrap: `${linuxArm64}/codex-resources/bwrap`,
            files: {
                'package.json': '99be79c32f64e08ec90cee827607190f67db6829a3708b0060751557bb2e7b89',
                [`${linuxArm64}/codex-package.json`]: '0418574f72dd719683fb7415c3013e248c675ef2400ff9eb4e11e583b5d6a25c',
                [`${linuxArm64}/bin/codex`]: '3bb41c9a80187773e2a59278d4fc355b1a163c31bb5a79581e37d4fe428af047',
                [`${linuxArm64}/bin/codex-code-mode-host`]: '66874c7881c4004f1c155584e1325cad17795bdd91b886995ad8a043809c1019',
                [`${linuxArm64}/codex-path/rg`]: 'e36d0eb52e70696bdf1781392722e05a21bb91d3b7b762ef5ec20e5df2ec687b',
                [`${linuxArm64}/codex-resources/bwrap`]: '0f543a7356ab343b4827222f910461d4196778f328b28acd6c126ef18e9557ab',
            },
        },
        'darwin-x64': {
            package: '@openai/codex',
            version: `${version}-darwin-x64`,
            integrity: 'sha512-K1FKSsSLl9v3z5TeagBQXyQRDBIGB5Jncy5dxsRxwT3aaTqN3AI8VrCfoxBxKMOOU9O2QX1vg7WkBwNVth/s9A==',
            executable: `${darwinX64}/bin/codex`,
            bubblewrap: undefined,
            files: {
                'package.json': '7bd71f68f300d9156ba346a7171665654f7db1434f18b05b10831ca5c78fbdce',
                [`${darwinX64}/codex-package.json`]: 'eefa2ad47c53f3657a0481b0f9ef20e21850cfc382834b967dc2cff1ca09bfd5',
                [`${darwinX64}/bin/codex`]: 'e57da7be8695c079d2d1d156dab79708e43ebb6cf7e34527b8b01d6aa942788e',
                [`${darwinX64}/bin/codex-code-mode-host`]: 'f03490828eb48754f722b14b0d39e7f6d3796293c72680390b2ca03af18dcdb1',
                [`${darwinX64}/codex-path/rg`]: '288635d61ec4321d2f3e6dca868c02d50b2b0abba63c62bf3af3ba3fe8da0ada',
            },
        },
        'darwin-arm64': {
            package: '@openai/codex',
            version: `${version}-darwin-arm64`,
            integrity: 'sha512-5WsWFBbVP78D+6FvNo1MMVxLPZdmcoQlqVJFrF4qx/TmvneLnMQKtLyXkUo54XOTDfoYKpNouTJ/F7gTVA8FnQ==',
            executable: `${darwinArm64}/bin/codex`,
            bubblewrap: undefined,
            files: {
                'package.json': '562ad7506d539ba099c54ada0981587fe99791299c71fb506e5c04d86217a081',
                [`${darwinArm64}/codex-package.json`]: '3723fe22480c3863025f2e09a89c912f1e3906b9e70d57077d51deb555a8b6b3',
                [`${darwinArm64}/bin/codex`]: '739cda86e15d30a6e2b40cf8dcbbfb988aaf48b305b27065573bb8e9fd41d002',
                [`${darwinArm64}/bin/codex-code-mode-host`]: '10feae2abe764bcf2273e241ace67aecc360eb8c28a82a2988bf1d8498a9bacf',
                [`${darwinArm64}/codex-path/rg`]: '2caf75aae63d8fd944456686d5241f4864f5e2a930e0a93434e121873f7ff6bf',
            },
        },
        'win32-x64': {
            package: '@openai/codex',
            version: `${version}-win32-x64`,
            integrity: 'sha512-nC+McFU8xRNL9tk3IhxcKdhcyOElwF/HhPO+gzSQCY7yjh3XdzSajX+MYWcHUVHWRHajfwn3/WgJYJK2wS+XWg==',
            executable: `${win32X64}/bin/codex.exe`,
            bubblewrap: undefined,
            files: {
                'package.json': '56dd75f16917c6f5327bd598f14f8a8c7b44b7d1305a99264edd4289d1de9653',
                [`${win32X64}/codex-package.json`]: '30cea19ae5a74454ee5443c0bbfc6cc1f2c7626961b93d68a70452c7ddfded5d',
                [`${win32X64}/bin/codex-code-mode-host.exe`]: 'a8da671dfabef13a370e0a06864586f52932b477f462afa3f0c51ae30d9207a2',
                [`${win32X64}/bin/codex.exe`]: 'ce1945eb440b5481ed1233ebaf32b7056ee7e4e452fa62ffe1cbfb26103cdee0',
                [`${win32X64}/codex-path/rg.exe`]: '14231169855ec5205cf5a1b6f1db358ff4aed4247c86b69ce8aae647c77f6680',
                [`${win32X64}/codex-resources/codex-command-runner.exe`]: 'dbb8ac49c4b36d2de9977710b3400523f2336b7b326bcab7602108e88e0a69b0',
                [`${win32X64}/codex-resources/codex-windows-sandbox-setup.exe`]: '885a1eda0640970c5aa03be7f3c540dc6f406915f7df2e7fee4b6a5e0fe30765',
            },
        },
        'win32-arm64': {
            package: '@openai/codex',
            version: `${version}-win32-arm64`,
            integrity: 'sha512-nTN9SpkacGohq60+I80R3t0R8Mhbnlt3OVYNahgAv1Gu77KFwhPc0vz9Ou/DAGDtYhKVWA/jiYXJXnlzkwb/JA==',
            executable: `${win32Arm64}/bin/codex.exe`,
            bubblewrap: undefined,
            files: {
                'package.json': '197796d7c7428e03023aa4156ea5cd1e03f8b6c7811ee7e3379f37d14c58ded5',
                [`${win32Arm64}/codex-package.json`]: '0751a73ea20c3814e1b09c528fc60dbdf808d94098eb4cbbd045a045c880c21b',
                [`${win32Arm64}/bin/codex-code-mode-host.exe`]: '2d897fe0679211afc3cf3a10bed11f935d623e8fdcbadc50855841b7532e2469',
                [`${win32Arm64}/bin/codex.exe`]: '1e0687ba1822cfdbe42ef99daa8fd523c8fb9dca205c579fe40b75afd57071e8',
                [`${win32Arm64}/codex-path/rg.exe`]: 'd33a29a9ef03c9f4c03be9e8d88498e6e2d2e566d64cdbdef97f9afc8f13120c',
                [`${win32Arm64}/codex-resources/codex-command-runner.exe`]: '7934bbbe2c91f89d9e71dd89563289f718afbd5bd282eb500548f8c64dc0bccb',
                [`${win32Arm64}/codex-resources/codex-windows-sandbox-setup.exe`]: '4a0ebf0282638d4d3ffe268b8e77f37a325af55b0ec4bf4bf6129a8fc2b2bf3b',
            },
        },
    },
};


/***/ })

};
