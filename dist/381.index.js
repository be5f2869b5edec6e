export const id = 381;
export const ids = [381];
export const modules = {

/***/ 5381:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runLocally: () => (/* binding */ runLocally)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _pipeline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8043);
/* harmony import */ var _make_host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4688);
/* harmony import */ var _run_directory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(989);





/** Runs the pipeline on a local checkout; nobody else moves its head. */
async function runLocally(request, options) {
    const directory = (0,_run_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .makeRunDirectory */ .L6)([(0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), '/var/tmp']);
    const interrupted = new AbortController();
    const onSignal = (signal) => interrupted.abort(new Error(`Interrupted (${signal}).`));
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
    try {
        const host = await (0,_make_host_js__WEBPACK_IMPORTED_MODULE_3__/* .makeHost */ .Df)({
            ...options,
            checkout: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(options.checkout),
            directory,
            serverUrl: options.env['GITHUB_SERVER_URL'] ?? 'https://github.com',
            signal: interrupted.signal,
            readHead: async () => ({ kind: 'same' }),
        });
        return await (0,_pipeline_js__WEBPACK_IMPORTED_MODULE_2__/* .runPipeline */ .a)(request, host);
    }
    finally {
        process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
        directory.dispose();
    }
}


/***/ })

};
