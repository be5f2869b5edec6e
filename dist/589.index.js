export const id = 589;
export const ids = [589];
export const modules = {

/***/ 9589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ openSandbox),
  W: () => (/* binding */ requireSandboxPlatform)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
// EXTERNAL MODULE: ./src/host/node-http.ts
var node_http = __webpack_require__(1941);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/host/isolation/bubblewrap.ts

/** Whoever runs in a user namespace is this user there, as nobody outside. */
const NOBODY = '65534';
/** Of each private directory, in bytes: they live in memory. */
const PRIVATE_BYTES = String(512 * 1024 * 1024);
const SETPRIV = '/usr/bin/setpriv';
/** Of a file, in blocks of 512 bytes: no reviewer writes more. */
const MAX_FILE_BLOCKS = 1024 * 1024;
const MAX_PROCESSES = 4096;
/** dash and bash name the limit of processes differently. */
const LIMITS = `ulimit -c 0; ulimit -f ${MAX_FILE_BLOCKS}; ulimit -u ${MAX_PROCESSES} 2>/dev/null || ulimit -p ${MAX_PROCESSES} 2>/dev/null; exec "$@"`;
/** The arguments of bubblewrap that run `program` in the layout with nothing else of the machine. */
function toBubblewrapArguments(layout, privilege, program) {
    return [
        ...['--unshare-pid', '--unshare-ipc', '--unshare-net', '--unshare-uts', '--unshare-cgroup-try'],
        ...['--die-with-parent', '--new-session', '--hostname', 'reviewer', '--clearenv', '--cap-drop', 'ALL'],
        ...Object.entries(program.env).flatMap(([name, value]) => ['--setenv', name, value]),
        ...(privilege.kind === 'root' ? KEPT_TO_STEP_DOWN : ['--unshare-user', '--uid', NOBODY, '--gid', NOBODY]),
        ...mountArguments(layout),
        ...['--remount-ro', '/', '--chdir', layout.cwd, '--'],
        ...(privilege.kind === 'root' ? stepDown(privilege.uid) : []),
        ...['/bin/sh', '-c', LIMITS, 'sh'],
        ...program.command,
    ];
}
/** Only for setpriv, which gives them up. */
const KEPT_TO_STEP_DOWN = ['CAP_SETUID', 'CAP_SETGID', 'CAP_SETPCAP'].flatMap((name) => ['--cap-add', name]);
function stepDown(uid) {
    const identity = [`--reuid=${uid}`, `--regid=${uid}`, '--clear-groups'];
    return [
        SETPRIV,
        ...identity,
        ...['--inh-caps=-all', '--ambient-caps=-all', '--bounding-set=-all', '--no-new-privs', '--'],
    ];
}
/** In this order, because a later mount covers an earlier one. */
function mountArguments(layout) {
    const parents = makeParents(layout);
    const bind = (kind, { path, from }) => [...parents(path), kind, from ?? path, path];
    const memory = (path) => ['--perms', '1777', '--size', PRIVATE_BYTES, '--tmpfs', path];
    return [
        ...layout.system.flatMap((path) => bind('--ro-bind', { path })),
        ...layout.links.flatMap(({ path, target }) => ['--symlink', target, path]),
        // Of no limited size, hence not for writing.
        ...['--proc', '/proc', '--dev', '/dev', '--remount-ro', '/dev', ...memory('/tmp')],
        ...layout.hidden.flatMap((path) => ['--perms', '0755', '--tmpfs', path]),
        ...layout.privateDirectories.flatMap((path) => [...parents(path), ...memory(path)]),
        ...layout.readOnly.flatMap((mount) => bind('--ro-bind', mount)),
        ...layout.writableFiles.flatMap((path) => bind('--bind', { path })),
    ];
}
/**
 * Directories above a mount are made by hand, because bubblewrap makes them for their owner alone, and the program is
 * another user. Those inside a system directory exist.
 */
function makeParents({ system, hidden, privateDirectories }) {
    const made = new Set(['/', '/tmp', '/dev', '/proc', ...hidden, ...privateDirectories]);
    const exists = (path) => system.some((directory) => isWithin(directory, path)) && !hidden.some((directory) => isWithin(directory, path));
    const parentsOf = (path) => {
        const parent = (0,external_node_path_.dirname)(path);
        if (made.has(parent) || exists(parent))
            return [];
        const above = parentsOf(parent);
        made.add(parent);
        return [...above, '--perms', '0755', '--dir', parent];
    };
    return parentsOf;
}
/** Whether `path` is `directory` or lies below it. */
function isWithin(directory, path) {
    return path === directory || path.startsWith(directory.endsWith('/') ? directory : `${directory}/`);
}

;// CONCATENATED MODULE: ./src/host/isolation/ways.ts


const SUDO = '/usr/bin/sudo';
const SHELL = '/bin/sh';
/** The system's own, in the places where no ordinary user can put one. */
const SYSTEM_BUBBLEWRAP = ['/usr/bin/bwrap', '/bin/bwrap'];
/** What can be tried here, strongest first. Whether it works is seen by the preflight only. */
function waysToTry(machine) {
    const root = { level: 'root-sandbox', privilege: { kind: 'root', uid: machine.uid } };
    return [
        ...(machine.isRoot && isFile(SETPRIV) ? [{ ...root, name: 'bubblewrap as root', prefix: [] }] : []),
        ...(!machine.isRoot && isFile(SETPRIV) && isFile(SUDO)
            ? [{ ...root, name: 'bubblewrap through sudo', prefix: [SUDO, '-n', '--'] }]
            : []),
        {
            level: 'user-sandbox',
            name: 'bubblewrap in a user namespace',
            privilege: { kind: 'user-namespace' },
            prefix: [],
        },
    ];
}
/** The system's bubblewrap; undefined where there is none that only root can change. */
function systemBubblewrap() {
    return SYSTEM_BUBBLEWRAP.find((path) => {
        try {
            const status = (0,external_node_fs_.statSync)(path);
            return status.isFile() && status.uid === 0 && (status.mode & 0o022) === 0;
        }
        catch {
            return false;
        }
    });
}
function isFile(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/host/isolation/canaries.ts







/** Every user may put a socket there, and reach it. */
const socketPlaces = () => [(0,external_node_os_.tmpdir)(), '/tmp', '/var/tmp'];
/** Starts a process with a secret and listeners on loopback, on a socket file that everyone may use, and on an abstract socket. */
async function startCanaries() {
    const token = `model-stack-canary-${(0,external_node_crypto_.randomBytes)(16).toString('hex')}`;
    const name = `.${token}.sock`;
    let count = 0;
    const onConnection = () => (count += 1);
    const loopback = await startListener({ host: '127.0.0.1', port: 0 }, onConnection);
    const abstract = await startListener({ path: `\0${name}` }, onConnection);
    const file = await listenOnFile(name, onConnection);
    const holder = startHolder(token);
    const servers = [loopback, abstract, ...(file === undefined ? [] : [file.server])];
    return {
        token,
        loopbackPort: portOf(loopback),
        sockets: [`\0${name}`, ...(file === undefined ? [] : [file.path])],
        connections: () => count,
        close: async () => {
            holder.kill('SIGKILL');
            await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
            if (file !== undefined)
                (0,external_node_fs_.rmSync)(file.path, { force: true });
        },
    };
}
/** Holds the secret in its environment and its arguments. It ends with its input, hence also when we are killed. */
function startHolder(token) {
    const holder = (0,external_node_child_process_.spawn)(SHELL, ['-c', 'read -r line', token], {
        env: { MODEL_STACK_CANARY: token },
        stdio: ['pipe', 'ignore', 'ignore'],
    });
    return holder.once('error', () => { });
}
/** In the first place that works; undefined on a machine whose temporary folders cannot be written. */
async function listenOnFile(name, onConnection) {
    for (const place of socketPlaces()) {
        const path = (0,external_node_path_.join)(place, name);
        try {
            const server = await startListener({ path }, onConnection);
            (0,external_node_fs_.chmodSync)(path, 0o777);
            return { server, path };
        }
        catch {
            // The next place, then.
        }
    }
    return undefined;
}
function startListener(target, onConnection) {
    const server = (0,external_node_net_.createServer)((socket) => {
        onConnection();
        socket.destroy();
    });
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen({ ...target }, () => resolve(server));
    });
}
function portOf(server) {
    const address = server.address();
    return address === null || typeof address === 'string' ? 0 : address.port;
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./src/launcher-file.ts


/** The bundle that runs inside the sandbox; beside the program, from source and from dist alike. */
const LAUNCHER_FILE = (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url)), '..', 'dist', 'launcher', 'index.js');

// EXTERNAL MODULE: ./src/host/run-command.ts + 1 modules
var run_command = __webpack_require__(3626);
;// CONCATENATED MODULE: ./src/host/isolation/layout.ts



/** Where our own files stand inside. */
const INSIDE = '/run/model-stack';
/** Programs and libraries of the operating system. /opt, /srv, /var and the homes are not among them. */
const SYSTEM_DIRECTORIES = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32', '/nix/store'];
/** What programs need of /etc to start; passwd and group are made for the sandbox. */
const SYSTEM_FILES = ['/etc/ld.so.cache', '/etc/ld.so.conf', '/etc/ld.so.conf.d', '/etc/alternatives', '/etc/localtime'];
/** Looks which of the system's directories exist; on most distributions /bin and /lib are links into /usr. */
function readSystemLayout() {
    const system = [];
    const links = [];
    for (const path of SYSTEM_DIRECTORIES) {
        const kind = kindOf(path);
        if (kind === 'directory')
            system.push(path);
        if (kind === 'link')
            links.push({ path, target: (0,external_node_fs_.readlinkSync)(path) });
    }
    return { system, links, files: SYSTEM_FILES.filter((path) => kindOf(path) !== 'nothing').map((path) => ({ path })) };
}
/** The places among `places` that lie below a system directory, where they would be seen; also behind a symbolic link. */
function hiddenPlaces(system, places) {
    const real = places.filter((place) => external_node_path_.posix.isAbsolute(place)).map(realPath);
    return [...new Set(real)].filter((place) => system.some((directory) => place !== directory && isWithin(directory, place)));
}
function realPath(place) {
    try {
        return (0,external_node_fs_.realpathSync)(place);
    }
    catch {
        return external_node_path_.posix.resolve(place); // not there, or in a directory that we may not enter
    }
}
function kindOf(path) {
    try {
        const status = (0,external_node_fs_.lstatSync)(path);
        if (status.isSymbolicLink())
            return 'link';
        return status.isDirectory() ? 'directory' : 'file';
    }
    catch {
        return 'nothing';
    }
}

;// CONCATENATED MODULE: ./src/host/isolation/lifeline.ts
/**
 * Runs "$@" until it ends or until standard input does. Our end of that pipe closes when we do, however we end, also by
 * SIGKILL; so nothing that was started here outlives us. `--die-with-parent` alone is not enough: behind sudo the parent
 * is sudo, which does not die with us. The watcher is waited for, so that no zombie of it stays in a container without init.
 */
const LIFELINE = `exec 3<&0
"$@" </dev/null 3<&- &
child=$!
{ while read -r line; do :; done; kill -KILL "$child"; } <&3 &
watcher=$!
wait "$child"
status=$?
kill -KILL "$watcher" 2>/dev/null
wait "$watcher" 2>/dev/null
exit "$status"`;

;// CONCATENATED MODULE: ./src/host/isolation/sandbox.ts








/** Free in a network namespace of its own. */
const FORWARD_PORT = 8080;
/** Where the reviewer finds the key proxy, inside. */
const INSIDE_ORIGIN = `http://127.0.0.1:${FORWARD_PORT}`;
/** What the launcher and the system's programs find in their environment; the reviewer's own is made by its adapter. */
const LAUNCHER_ENVIRONMENT = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' };
/** Set by the shell itself. */
const LAUNCHER_VARIABLES = [
    ...Object.keys(LAUNCHER_ENVIRONMENT),
    'PWD',
    'OLDPWD',
    'SHLVL',
    '_',
];
/** Runs the command in a sandbox of its own. */
async function runInSandbox(plan, command) {
    const order = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(plan.orders, 'order-'));
    const input = (0,external_node_path_.join)(order, 'input');
    (0,external_node_fs_.writeFileSync)(input, command.input, { mode: 0o644 });
    for (const file of command.writableFiles) {
        (0,external_node_fs_.writeFileSync)(file, '');
        // Inside it is another user, who gets this one file; the directory around it stays ours. The umask must not matter.
        (0,external_node_fs_.chmodSync)(file, 0o666);
    }
    const { file, args, cwd, env } = command;
    const task = { kind: 'program', file, args, cwd, env, input: `${INSIDE}/input` };
    return launch(plan, { command, order, task, files: [{ path: `${INSIDE}/input`, from: input }] });
}
/** Runs the launcher's probe in the same kind of sandbox. */
async function probeInSandbox(plan, command, task) {
    return launch(plan, { command, order: (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(plan.orders, 'order-')), task, files: [] });
}
function launch(plan, { command, order, task, files }) {
    const orderFile = (0,external_node_path_.join)(order, 'order.json');
    const socket = `${INSIDE}/proxy.sock`;
    const content = { forward: { port: FORWARD_PORT, socket }, task };
    (0,external_node_fs_.writeFileSync)(orderFile, JSON.stringify(content), { mode: 0o644 });
    const layout = toLayout(plan, command, [
        { path: `${INSIDE}/order.json`, from: orderFile },
        { path: socket, from: plan.socket },
        { path: '/etc/passwd', from: writeUsers(order, 'passwd', plan) },
        { path: '/etc/group', from: writeUsers(order, 'group', plan) },
        ...files,
    ]);
    const program = {
        command: [`${INSIDE}/node`, `${INSIDE}/launcher.mjs`, `${INSIDE}/order.json`],
        env: LAUNCHER_ENVIRONMENT,
    };
    const [file = '', ...args] = [
        ...plan.way.prefix,
        ...[SHELL, '-c', LIFELINE, 'sh', plan.bubblewrap],
        ...toBubblewrapArguments(layout, plan.way.privilege, program),
    ];
    return (0,run_command/* runCommand */.d)({ ...command, file, args, cwd: '/', env: {} }, { stdin: 'lifeline' });
}
function toLayout(plan, command, files) {
    const { system, links, files: systemFiles } = readSystemLayout();
    return {
        system,
        links,
        hidden: hiddenPlaces(system, plan.secretPlaces),
        readOnly: [
            ...systemFiles,
            { path: `${INSIDE}/node`, from: process.execPath },
            { path: `${INSIDE}/launcher.mjs`, from: LAUNCHER_FILE },
            ...files,
            ...[...new Set([...plan.readOnly, ...command.readOnly])].map((path) => ({ path })),
        ],
        writableFiles: command.writableFiles,
        privateDirectories: command.privateDirectories,
        cwd: command.cwd,
    };
}
/** Programs that ask who they are get an answer, and it names nobody of the host. */
function writeUsers(directory, file, { way }) {
    const id = way.privilege.kind === 'root' ? way.privilege.uid : 65_534;
    const path = (0,external_node_path_.join)(directory, file);
    // The shell that the CLI runs the model's commands with.
    const shell = (0,external_node_fs_.existsSync)('/usr/bin/bash') ? '/usr/bin/bash' : SHELL;
    (0,external_node_fs_.writeFileSync)(path, file === 'passwd' ? `reviewer:x:${id}:${id}::/nonexistent:${shell}\n` : `reviewer:x:${id}:\n`);
    (0,external_node_fs_.chmodSync)(path, 0o644);
    return path;
}

;// CONCATENATED MODULE: ./src/host/isolation/preflight.ts





/** It takes 0.2 s; a sandbox that needs this long does not work. Milliseconds. */
const PREFLIGHT_MS = 30_000;
const SHOWN_CHARACTERS = 300;
const Answer = schemas/* array */.YOg(schemas/* strictObject */.rej({ check: schemas/* string */.YjP(), problem: schemas/* string */.YjP().optional() }));
/** Tries from inside the sandbox what a hijacked reviewer would try; one success and this way is refused. */
async function preflight(plan, options) {
    const socket = options.trialSocket;
    const listener = await startAnswering(socket);
    const canaries = await startCanaries().catch((error) => {
        listener.close();
        throw error;
    });
    try {
        const nonce = (0,external_node_crypto_.randomBytes)(16).toString('hex');
        const lines = [];
        const output = await probeInSandbox({ ...plan, socket }, toProbeCommand(options, lines), {
            kind: 'probe',
            nonce,
            probe: {
                snapshot: options.snapshot,
                untouchable: options.programs,
                canaryFiles: options.canaryFiles,
                canaryToken: canaries.token,
                loopbackPort: canaries.loopbackPort,
                sockets: canaries.sockets,
                environment: LAUNCHER_VARIABLES,
            },
        });
        return toOutcome(readAnswer(lines, nonce), output, canaries);
    }
    finally {
        listener.close();
        await canaries.close();
    }
}
/** Stands where the key proxy will, so that the way there is tried and the proxy's counts stay those of the reviewer. */
function startAnswering(path) {
    const server = (0,node_http/* createServer */.sA)((_request, response) => response.writeHead(204).end());
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen({ path, readableAll: true, writableAll: true }, () => resolve({
            close: () => {
                server.close();
                server.closeAllConnections();
            },
        }));
    });
}
function toProbeCommand({ snapshot, signal }, lines) {
    return {
        file: '',
        args: [],
        cwd: snapshot,
        env: {},
        input: '',
        readOnly: [],
        writableFiles: [],
        privateDirectories: [],
        onLine: (line) => void lines.push(line.toString('utf8')),
        stallMs: PREFLIGHT_MS,
        signal,
    };
}
function readAnswer(lines, nonce) {
    const line = lines.find((candidate) => candidate.startsWith(`${nonce} `));
    const answer = Answer.safeParse(line === undefined ? undefined : parseJson(line.slice(nonce.length + 1)));
    return answer.success ? answer.data : undefined;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined; // cut off, as the sandbox was
    }
}
function toOutcome(answer, output, canaries) {
    if (answer === undefined || answer.length === 0)
        return { kind: 'refused', why: explain(output) };
    const failed = answer.filter(({ problem }) => problem !== undefined);
    if (failed.length > 0)
        return { kind: 'refused', why: failed.map(({ check, problem }) => `not proved: ${check} (${problem})`).join('; ') };
    if (canaries.connections() > 0)
        return { kind: 'refused', why: 'something inside reached a listener of the host, though it said it did not' };
    return { kind: 'proved', checks: answer.map(({ check }) => check) };
}
/** What the tools say, and what it means. The first row that matches counts. */
const EXPLANATIONS = [
    { pattern: /a password is required|sudo: .*(?:not allowed|sudoers|tty)/i, meaning: 'sudo asks for a password' },
    {
        pattern: /RTM_NEWADDR|uid map|setting up/i,
        meaning: 'unprivileged user namespaces are restricted here, as AppArmor does on Ubuntu 24.04',
    },
    { pattern: /new namespace|unshare|clone/i, meaning: 'new namespaces are not allowed here' },
    {
        pattern: /Operation not permitted|Permission denied/i,
        meaning: 'mounting is not allowed here, as in most containers',
    },
];
function explain(output) {
    if (output.stalled)
        return `nothing was heard of the sandbox for ${PREFLIGHT_MS / 1000} seconds`;
    const said = oneLine(output.stderr) || `exit ${output.exitCode ?? output.signal}`;
    const row = EXPLANATIONS.find(({ pattern }) => pattern.test(said));
    return row === undefined ? said : `${row.meaning} (${said})`;
}
function oneLine(text) {
    return text
        .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
        .trim()
        .slice(0, SHOWN_CHARACTERS);
}

;// CONCATENATED MODULE: ./src/host/isolation.ts




/**
 * The strongest sandbox of this machine, proved from inside. Throws ReviewerError SANDBOX_UNAVAILABLE, which says what
 * was tried and why it does not hold.
 */
async function openSandbox(options) {
    requireSandboxPlatform(options.platform);
    const refusals = [];
    for (const way of waysToTry(options)) {
        for (const find of [async () => systemBubblewrap(), options.bundledBubblewrap]) {
            const bubblewrap = await find().catch((error) => {
                // It could not be installed: the next way may do with the system's.
                if (!(error instanceof errors/* ReviewerError */.Qh))
                    throw error;
                refusals.push(`no pinned bubblewrap: ${error.message}`);
                return undefined;
            });
            if (bubblewrap === undefined)
                continue;
            const plan = { ...options, way, bubblewrap };
            const outcome = await preflight(plan, options);
            if (options.signal.aborted)
                throw options.signal.reason;
            if (outcome.kind === 'proved')
                return toSandbox(plan, outcome.checks);
            refusals.push(`${way.name}, ${bubblewrap}: ${outcome.why}`);
        }
    }
    throw unavailable(refusals.length === 0 ? NO_BUBBLEWRAP : [...new Set(refusals)].join('. '));
}
/** Throws SANDBOX_UNAVAILABLE on a system for which there is none, before anything is started. */
function requireSandboxPlatform(platform) {
    if (platform !== 'linux')
        throw unavailable(`${platform} has no sandbox that confines a reviewer`);
}
function toSandbox(plan, checks) {
    const { level, name } = plan.way;
    return { level, name, preflight: checks, origin: INSIDE_ORIGIN, run: (command) => runInSandbox(plan, command) };
}
const REMEDY = 'Use a Linux machine where bubblewrap works (GitHub-hosted ubuntu runners do), or set isolation: none where you trust whoever opens pull requests';
const NO_BUBBLEWRAP = 'there is no bubblewrap, neither the system’s nor a pinned one for this machine';
function unavailable(why) {
    return new errors/* ReviewerError */.Qh('SANDBOX_UNAVAILABLE', `No sandbox holds on this machine: ${why}. ${REMEDY}.`);
}


/***/ }),

/***/ 3626:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
;// CONCATENATED MODULE: ./src/host/line-splitter.ts
const LINE_FEED = 0x0a;
/** So many pieces of one line are joined into one; each costs far more memory than a few bytes. */
const MAX_PIECES = 1_024;
/** Shorter lines are joined in one place that is used again and again: new memory is dear. */
const SCRATCH_BYTES = 128 * 1024;
/**
 * Cuts a byte stream into lines at LF and nowhere else (readline also cuts at U+2028 and at a lone CR, which JSON lines
 * may hold). A line over the limit is not kept. A line is a view of a chunk or of memory that is used again: it holds only
 * until the call returns.
 */
class LineSplitter {
    #limit;
    #onLine;
    #onDropped;
    /** What has come of a line whose end has not: joined pieces, and after them those not yet joined. */
    #joined = [];
    #pieces = [];
    #length = 0;
    #scratch;
    constructor(limit, onLine, onDropped) {
        this.#limit = limit;
        this.#onLine = onLine;
        this.#onDropped = onDropped;
    }
    write(bytes) {
        let start = 0;
        for (;;) {
            const end = bytes.indexOf(LINE_FEED, start);
            if (end === -1)
                break;
            if (this.#length === 0)
                this.#handOver(bytes.subarray(start, end));
            else
                this.#finish(bytes.subarray(start, end));
            start = end + 1;
        }
        if (start < bytes.length)
            this.#add(bytes.subarray(start));
    }
    /** Hands over a last line that has no terminator. */
    end() {
        if (this.#length > 0)
            this.#finish(Buffer.alloc(0));
    }
    #add(piece) {
        this.#length += piece.length;
        if (this.#length > this.#limit) {
            this.#joined = [];
            this.#pieces = [];
            return;
        }
        this.#pieces.push(piece);
        if (this.#pieces.length < MAX_PIECES)
            return;
        this.#joined.push(Buffer.concat(this.#pieces));
        this.#pieces = [];
    }
    #finish(last) {
        this.#add(last);
        const pieces = this.#joined.length === 0 ? this.#pieces : [...this.#joined, ...this.#pieces];
        const length = this.#length;
        this.#joined = [];
        this.#pieces = [];
        this.#length = 0;
        if (length > this.#limit)
            this.#onDropped();
        else
            this.#onLine(length > SCRATCH_BYTES ? Buffer.concat(pieces, length) : this.#joinInScratch(pieces));
    }
    #joinInScratch(pieces) {
        this.#scratch ??= Buffer.allocUnsafeSlow(SCRATCH_BYTES);
        let length = 0;
        for (const piece of pieces)
            length += piece.copy(this.#scratch, length);
        return this.#scratch.subarray(0, length);
    }
    #handOver(line) {
        if (line.length > this.#limit)
            this.#onDropped();
        else
            this.#onLine(line);
    }
}

;// CONCATENATED MODULE: ./src/host/run-command.ts



/** Codex prints a command's whole output as one JSON line; 300 KB were seen. */
const MAX_LINE_BYTES = 8 * 1024 * 1024;
/** What is printed is not kept, and time is limited elsewhere: this only ends what would never end. */
const MAX_OUTPUT_BYTES = 512 * 1024 * 1024;
const MAX_ERROR_BYTES = 64 * 1024;
/** Between the polite signal and the hard one. */
const GRACE_MS = 2_000;
/** How often a process group that was told to die is looked at. */
const POLL_MS = 20;
/**
 * Runs one child process in its own process group, without a shell and with exactly the given environment. Settles only
 * when the whole group is gone. Rejects only when the program cannot be started.
 */
async function runCommand(command, options = {}) {
    const child = start(command, options.identity);
    const group = new ProcessGroup(child);
    const watch = new Watch(command, group);
    const errors = new Tail(MAX_ERROR_BYTES);
    const lines = new LineSplitter(MAX_LINE_BYTES, command.onLine, () => errors.add(DROPPED_LINE));
    let failure;
    let received = 0;
    child.stdout?.on('data', (bytes) => {
        received += bytes.length;
        if (received > MAX_OUTPUT_BYTES)
            group.kill();
        // What comes after the end was decided is not looked at: reading it could take longer than was left.
        if (failure !== undefined || received > MAX_OUTPUT_BYTES || command.signal.aborted)
            return;
        watch.reset();
        try {
            lines.write(bytes);
        }
        catch (error) {
            failure = { error };
            group.kill();
        }
    });
    child.stderr?.on('data', (bytes) => errors.add(bytes));
    const ended = waitForEnd(child);
    // A program that does not read its input closes the pipe: EPIPE is its business, not an error of ours.
    child.stdin?.on('error', () => { });
    if (options.stdin !== 'lifeline')
        child.stdin?.end(command.input);
    watch.start();
    try {
        const exit = await ended;
        if (failure !== undefined)
            throw failure.error;
        lines.end();
        if (received > MAX_OUTPUT_BYTES)
            errors.add(TOO_MUCH_OUTPUT);
        return { ...exit, stderr: errors.text(), stalled: watch.stalled };
    }
    finally {
        watch.stop();
        await group.kill();
    }
}
const DROPPED_LINE = Buffer.from(`\nwarning: a line of output over ${MAX_LINE_BYTES} bytes was dropped\n`);
const TOO_MUCH_OUTPUT = Buffer.from(`\nerror: stopped after ${MAX_OUTPUT_BYTES} bytes of output\n`);
function start(command, identity) {
    return (0,external_node_child_process_.spawn)(command.file, [...command.args], {
        cwd: command.cwd,
        env: { ...command.env },
        shell: false,
        detached: true,
        windowsHide: true,
        stdio: ['pipe', 'pipe', 'pipe'],
        // libuv clears the supplementary groups when it switches the user.
        ...(identity === undefined ? {} : { uid: identity.uid, gid: identity.gid }),
    });
}
/**
 * `exit`, then what is left in the pipes. A grandchild that keeps a pipe open must not hold us up, so the group is
 * killed as soon as its leader is gone; that closes the pipes.
 */
function waitForEnd(child) {
    return new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('exit', () => new ProcessGroup(child).signal('SIGKILL'));
        child.once('close', (exitCode, signal) => resolve({ exitCode, signal }));
    });
}
const NotPermitted = schemas/* object */.Ikc({ code: schemas/* literal */.euz('EPERM') });
class ProcessGroup {
    #child;
    #killing;
    constructor(child) {
        this.#child = child;
    }
    /** SIGTERM, SIGKILL after the grace period; resolves when no process of the group is left. */
    kill() {
        this.#killing ??= this.#kill();
        return this.#killing;
    }
    /** False when there is no such group any more. */
    signal(signal) {
        const { pid } = this.#child;
        if (pid === undefined)
            return false;
        try {
            // Windows has no process groups; there the child alone is killed.
            return process.platform === 'win32' ? this.#child.kill(signal) : process.kill(-pid, signal);
        }
        catch (error) {
            // Behind sudo the group is root's: it is there, and only its lifeline reaches it.
            return NotPermitted.safeParse(error).success;
        }
    }
    async #kill() {
        this.#child.stdin?.destroy();
        if (!this.signal('SIGTERM'))
            return;
        const deadline = performance.now() + GRACE_MS;
        while (performance.now() < deadline && this.signal(0))
            await pause(POLL_MS);
        this.signal('SIGKILL');
        const gone = performance.now() + GRACE_MS;
        while (performance.now() < gone && this.signal(0))
            await pause(POLL_MS);
    }
}
/** Kills the group when the caller aborts or when nothing was printed for too long. */
class Watch {
    #command;
    #group;
    #onAbort = () => void this.#group.kill();
    #timer;
    stalled = false;
    constructor(command, group) {
        this.#command = command;
        this.#group = group;
    }
    start() {
        this.#timer = setTimeout(() => {
            this.stalled = true;
            void this.#group.kill();
        }, this.#command.stallMs);
        const { signal } = this.#command;
        if (signal.aborted)
            this.#onAbort();
        else
            signal.addEventListener('abort', this.#onAbort, { once: true });
    }
    reset() {
        this.#timer?.refresh();
    }
    stop() {
        clearTimeout(this.#timer);
        this.#command.signal.removeEventListener('abort', this.#onAbort);
    }
}
/** The last bytes of a stream. */
class Tail {
    #limit;
    #chunks = [];
    #length = 0;
    constructor(limit) {
        this.#limit = limit;
    }
    add(bytes) {
        this.#chunks.push(bytes);
        this.#length += bytes.length;
        // Joined only now and then, so that many small chunks stay linear.
        if (this.#length > 2 * this.#limit)
            this.#trim();
    }
    text() {
        this.#trim();
        return Buffer.concat(this.#chunks).toString('utf8');
    }
    #trim() {
        const all = Buffer.concat(this.#chunks);
        const kept = Buffer.from(all.subarray(Math.max(0, all.length - this.#limit)));
        this.#chunks = [kept];
        this.#length = kept.length;
    }
}
function pause(ms) {
    return new Promise((resolve) => setTimeout(resolve, ms));
}


/***/ })

};
