import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 105:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ startForwarder)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(30);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);

/** Hands every connection to 127.0.0.1:`port` on to the UNIX socket: most programs cannot speak to a socket file. */
function startForwarder({ port, socket }) {
    const server = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.createServer)({ allowHalfOpen: true }, (client) => join(client, socket));
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => resolve(server));
    });
}
function join(client, path) {
    const upstream = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.connect)({ path, allowHalfOpen: true });
    const end = () => {
        client.destroy();
        upstream.destroy();
    };
    client.on('error', end).on('close', end);
    upstream.on('error', end).on('close', end);
    relay(client, upstream);
    relay(upstream, client);
}
/**
 * Not `pipe`, which looks whether it writes to process.stdout and so makes it: node sets it non-blocking then, and the
 * program that shares it fails in the middle of a long line.
 */
function relay(from, to) {
    from.on('data', (bytes) => {
        if (!to.write(bytes))
            from.pause();
    });
    to.on('drain', () => from.resume());
    from.on('end', () => to.end());
}


/***/ }),

/***/ 923:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _forward_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(105);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(662);
/* harmony import */ var _run_program_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(548);




/** The first process inside the sandbox: connects it to the key proxy, then starts the reviewer or tries the walls. */
async function launch(orderFile) {
    // Written by the host for this one start, in a directory that nobody else can write.
    const order = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(orderFile, 'utf8'));
    await (0,_forward_js__WEBPACK_IMPORTED_MODULE_1__/* .startForwarder */ .D)(order.forward);
    if (order.task.kind === 'program')
        return (0,_run_program_js__WEBPACK_IMPORTED_MODULE_3__/* .runProgram */ .m)(order.task);
    const { nonce, probe } = order.task;
    const findings = await (0,_probe_js__WEBPACK_IMPORTED_MODULE_2__/* .runProbe */ .m)(probe, order.forward.port);
    process.stdout.write(`${nonce} ${JSON.stringify(findings)}\n`);
    return 0;
}
process.exit(await launch(process.argv[2] ?? ''));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 662:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ runProbe)
});

// UNUSED EXPORTS: checkNames

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(30);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./src/host/node-http.ts
/**
 * `node:http` without its price: an import reads everything that the module exports, and on Node 24 one of these,
 * WebSocket, makes node load its whole other client for HTTP, which takes ten times as long as the rest.
 */
const { Agent, createServer, request } = process.getBuiltinModule('node:http');

;// CONCATENATED MODULE: ./src/launcher/probe.ts






/** Longer than any connection within one machine takes. Milliseconds. */
const CONNECT_MS = 2_000;
const SUDO = ['/usr/bin/sudo', '/usr/local/bin/sudo', '/bin/sudo'];
/** Writing any of these as root changes the host. */
const KERNEL_SETTINGS = ['/proc/sys/kernel/core_pattern', '/proc/sys/kernel/hostname', '/proc/sysrq-trigger'];
const NO_CAPABILITY = /^0+$/;
/** Everything that is tried; all must hold. What a check names as its promise is what reports and messages say. */
const CHECKS = {
    'the snapshot can be read': ({ snapshot }) => succeeds(() => readFirst(snapshot)),
    'the snapshot cannot be written': ({ snapshot }) => refusesWrites(snapshot),
    'the programs cannot be changed': ({ untouchable }) => firstProblem(untouchable, refusesWrites),
    'files of the host cannot be read': ({ canaryFiles }) => firstProblem(canaryFiles, refusesReads),
    'environments of the host cannot be read': ({ canaryToken }) => searchProcesses('environ', canaryToken),
    'processes of the host cannot be seen': ({ canaryToken }) => searchProcesses('cmdline', canaryToken),
    'loopback of the host cannot be reached': ({ loopbackPort }) => refusesConnection({ host: '127.0.0.1', port: loopbackPort }),
    'sockets of the host cannot be reached': async ({ sockets }) => {
        for (const path of sockets)
            if ((await refusesConnection({ path })) !== undefined)
                return `connected to ${path}`;
        return undefined;
    },
    'there is no other network': () => onlyLoopback(),
    'sudo does not work': () => firstProblem(SUDO, refusesSudo),
    'the user is not root': () => (process.getuid?.() === 0 ? 'the user is root' : undefined),
    'no capabilities are held': () => holdsNoCapabilities(),
    'no privileges can be gained': () => (statusField('NoNewPrivs') === '1' ? undefined : 'NoNewPrivs is not set'),
    'settings of the kernel cannot be written': () => firstProblem(KERNEL_SETTINGS, refusesOpeningForWriting),
    'the environment is empty': ({ environment }) => foreignVariable(environment),
    'the way to the key proxy is open': (_, port) => proxyAnswers(port),
};
/** The names of all checks, in order. */
const checkNames = Object.keys(CHECKS);
/** Tries from inside the sandbox what a hijacked reviewer would. */
async function runProbe(probe, port) {
    const findings = [];
    for (const [check, holds] of Object.entries(CHECKS))
        findings.push({ check, problem: await holds(probe, port) });
    return findings;
}
function firstProblem(paths, check) {
    for (const path of paths) {
        const problem = check(path);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
function succeeds(body) {
    try {
        body();
        return undefined;
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
function fails(body, problem) {
    return succeeds(body) === undefined ? problem : undefined;
}
/** Reads the first file found from the top. */
function readFirst(directory) {
    const file = firstFile(directory);
    if (file !== undefined)
        (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(file, 'r'));
}
function firstFile(directory) {
    const entries = (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true });
    const file = entries.find((entry) => entry.isFile());
    if (file !== undefined)
        return (0,external_node_path_namespaceObject.join)(directory, file.name);
    for (const entry of entries) {
        const found = entry.isDirectory() ? firstFile((0,external_node_path_namespaceObject.join)(directory, entry.name)) : undefined;
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function refusesWrites(path) {
    if (!(0,external_node_fs_.statSync)(path).isDirectory())
        return refusesChanges(path);
    const file = firstFile(path);
    return (fails(() => (0,external_node_fs_.writeFileSync)((0,external_node_path_namespaceObject.join)(path, '.model-stack-probe'), ''), `${path} can be written`) ??
        refusesNewMode(path) ??
        (file === undefined ? undefined : refusesChanges(file)));
}
function refusesChanges(file) {
    return refusesOpeningForWriting(file) ?? refusesNewMode(file);
}
/** In a user namespace we own the files: read-only permissions alone would not keep us from giving us others. */
function refusesNewMode(path) {
    return fails(() => (0,external_node_fs_.chmodSync)(path, (0,external_node_fs_.statSync)(path).mode & 0o7777), `the permissions of ${path} can be changed`);
}
function refusesOpeningForWriting(path) {
    return fails(() => (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(path, 'r+')), `${path} can be written`);
}
function refusesReads(path) {
    return fails(() => (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.R_OK), `${path} can be read`);
}
/** In every process that is visible here, this one left out, whose order names the token. */
function searchProcesses(file, token) {
    for (const process_ of (0,external_node_fs_.readdirSync)('/proc').filter((name) => /^\d+$/.test(name))) {
        try {
            if ((0,external_node_fs_.readFileSync)(`/proc/${process_}/${file}`, 'latin1').includes(token))
                return `/proc/${process_}/${file} shows a process of the host`;
        }
        catch {
            // Of another user, or gone: that is what is wanted.
        }
    }
    return undefined;
}
function refusesConnection(target) {
    return new Promise((resolve) => {
        const socket = (0,external_node_net_.connect)(target);
        const settle = (problem) => {
            socket.destroy();
            resolve(problem);
        };
        socket.setTimeout(CONNECT_MS, () => settle(undefined));
        socket.once('error', () => settle(undefined));
        socket.once('connect', () => settle('a connection was made'));
    });
}
function onlyLoopback() {
    const others = Object.values((0,external_node_os_.networkInterfaces)()).flatMap((addresses) => addresses ?? []);
    const other = others.find((address) => !address.internal);
    return other === undefined ? undefined : `there is a network interface with ${other.address}`;
}
function refusesSudo(path) {
    return (0,external_node_child_process_.spawnSync)(path, ['-n', 'true'], { stdio: 'ignore', timeout: CONNECT_MS }).status === 0
        ? `${path} works`
        : undefined;
}
function holdsNoCapabilities() {
    for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb']) {
        const held = statusField(set);
        if (!NO_CAPABILITY.test(held))
            return `${set} is ${held}`;
    }
    return undefined;
}
function statusField(name) {
    const line = (0,external_node_fs_.readFileSync)('/proc/self/status', 'utf8')
        .split('\n')
        .find((candidate) => candidate.startsWith(`${name}:`));
    return line?.slice(name.length + 1).trim() ?? 'unknown';
}
function foreignVariable(allowed) {
    const foreign = Object.keys(process.env).find((name) => !allowed.includes(name));
    return foreign === undefined ? undefined : `the environment holds ${foreign}`;
}
/** Any answer will do: only the proxy can give one. */
function proxyAnswers(port) {
    return new Promise((resolve) => {
        const ask = request({ host: '127.0.0.1', port, path: '/', timeout: CONNECT_MS }, (answer) => {
            answer.resume();
            resolve(undefined);
        });
        ask.once('timeout', () => ask.destroy(new Error('timeout')));
        ask.once('error', (error) => resolve(error.message));
        ask.end();
    });
}


/***/ }),

/***/ 548:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(24);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);



/** As a shell reports a program that cannot be started. */
const CANNOT_START = 126;
const SIGNAL_BASE = 128;
/** Runs the program with its standard input from a file; resolves to the exit code that a shell would give. */
function runProgram(task) {
    const input = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(task.input, 'r');
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(task.file, [...task.args], {
        cwd: task.cwd,
        env: { ...task.env },
        // Handed on as it is: a copy through our memory could be lost when we exit before a slow reader has taken it. While
        // the program runs nothing here may touch process.stdout or process.stderr, which would make the pipe non-blocking.
        stdio: [input, 'inherit', 'inherit'],
    });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(input);
    return new Promise((resolve) => {
        child.once('error', (error) => {
            process.stderr.write(`cannot start ${task.file}: ${error.message}\n`);
            resolve(CANNOT_START);
        });
        // Not 'close': whatever the program leaves running ends with us, the first process of the sandbox.
        child.once('exit', (code, signal) => resolve(code ?? SIGNAL_BASE + (signal === null ? 0 : node_os__WEBPACK_IMPORTED_MODULE_2__.constants.signals[signal])));
    });
}


/***/ }),

/***/ 421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 30:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(923);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
