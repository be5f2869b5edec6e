export const id = 320;
export const ids = [320];
export const modules = {

/***/ 320:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readHead: () => (/* binding */ readHead)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6921);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);


const PullRequestHead = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ head: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(64) }) });
/** Whether the pull request still stands at the commit that was reviewed. A failure to ask is an answer of its own. */
async function readHead(change, api) {
    const pull = change.pullRequest;
    if (pull === undefined)
        return { kind: 'same' };
    try {
        const parsed = PullRequestHead.safeParse(await api.get(`/pulls/${pull.number}`));
        if (!parsed.success)
            return { kind: 'unknown', why: 'the API did not answer with a pull request' };
        const { sha } = parsed.data.head;
        return sha === change.head ? { kind: 'same' } : { kind: 'moved', to: sha };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_))
            throw error;
        return { kind: 'unknown', why: error.message };
    }
}


/***/ })

};
