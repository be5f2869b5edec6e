import { findJobProxy, proxyAuthorization } from '../../../src/host/key-proxy/job-proxy.js'

const find = (url: string, env: Readonly<Record<string, string>>) => findJobProxy(new URL(url), env)?.href

describe('the proxy of the job', () => {
  it.each([
    ['https://api.test', { HTTPS_PROXY: 'http://p.test:1' }, 'http://p.test:1/'],
    ['https://api.test', { https_proxy: 'p.test:1' }, 'http://p.test:1/'],
    ['https://api.test', { https_proxy: 'http://low.test', HTTPS_PROXY: 'http://high.test' }, 'http://low.test/'],
    ['https://api.test', { https_proxy: '', HTTPS_PROXY: 'https://high.test' }, 'https://high.test/'],
    ['https://api.test', { HTTP_PROXY: 'http://p.test:1' }, undefined],
    ['http://api.test', { HTTPS_PROXY: 'http://p.test:1' }, undefined],
    ['http://api.test', { http_proxy: 'http://p.test:1' }, 'http://p.test:1/'],
    ['https://api.test', {}, undefined],
    ['http://localhost:1', { HTTP_PROXY: 'http://p.test:1' }, undefined],
    ['http://127.0.0.1:1', { HTTP_PROXY: 'http://p.test:1' }, undefined],
    ['http://[::1]:1', { HTTP_PROXY: 'http://p.test:1' }, undefined],
  ])('for %s with %j is %s', (url, env, expected) => {
    expect(find(url, env)).toBe(expected)
  })

  it.each([
    ['*', true],
    ['api.test', true],
    ['test', true],
    ['.test', true],
    ['*.test', true],
    ['API.Test', true],
    ['other, api.test', true],
    ['api.test:443', true],
    ['api.test:8443', false],
    ['pi.test', false],
    ['api.test.evil', false],
    ['', false],
  ])('is passed by for api.test with NO_PROXY %j: %s', (list, passed) => {
    expect(find('https://api.test', { HTTPS_PROXY: 'http://p.test', NO_PROXY: list }) === undefined).toBe(passed)
  })

  it('must be an address', () => {
    const act = () => find('https://api.test', { HTTPS_PROXY: 'http://' })
    expect(act).toThrow('HTTPS_PROXY of the job is not the address of a proxy')
  })

  it('may want credentials, with any characters', () => {
    const of = (text: string) => proxyAuthorization(new URL(text))['proxy-authorization']
    expect(of('http://p.test')).toBeUndefined()
    expect(of('http://u:p%3A1@p.test')).toBe(`Basic ${btoa('u:p:1')}`)
    expect(of('http://u:100%@p.test')).toBe(`Basic ${btoa('u:100%')}`)
  })
})
