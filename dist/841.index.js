export const id = 841;
export const ids = [841];
export const modules = {

/***/ 8841:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   quietAfterSilence: () => (/* binding */ quietAfterSilence)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/** The same API, which is asked no more once it gave no answer at all: each further question would only cost the retries. */
function quietAfterSilence(api) {
    let silence;
    const unlessQuiet = async (request) => {
        if (silence !== undefined)
            throw silence;
        return request();
    };
    const ask = (request) => unlessQuiet(async () => {
        try {
            return await request();
        }
        catch (error) {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.kind === 'unavailable' && error.status === undefined)
                silence = error;
            throw error;
        }
    });
    return {
        ...api,
        get: (path, options) => ask(() => api.get(path, options)),
        list: (path, options) => ask(() => api.list(path, options)),
        // A POST is sent once only: one broken connection is no silence, and what it did has to be looked for.
        send: (method, path, body) => (method === 'POST' ? unlessQuiet : ask)(() => api.send(method, path, body)),
    };
}


/***/ })

};
