import { makeGemini } from '../../src/reviewers/gemini-api.js'
import { geminiWire, httpError, type WireTurn } from '../support/scripted-wire.js'
import { answerText, describeApiReviewer, done, lastText, read, reviewWith, type Setup } from './agent/api-contract.js'

const subject = { make: makeGemini, wire: geminiWire }
const review = (setup: Setup) => reviewWith(subject, setup)
const bodyOf = (text: string | undefined) => JSON.parse(text ?? '{}')

describeApiReviewer('gemini', subject)

describe('gemini', () => {
  it('takes the answer from the function that gives it', async () => {
    const submit: WireTurn = { kind: 'tools', calls: [{ name: 'submit_review', input: JSON.parse(answerText) }] }
    const { reply } = await review({ turns: [read, submit] })
    expect(reply).toMatchObject({ text: answerText, model: 'm-answered', filesRead: ['src/a.ts'], turns: 2 })
  })

  it('offers that function with the schema of the answer, and none that runs at the provider', async () => {
    const { requests } = await review({ turns: [read, done] })
    const { tools, toolConfig, generationConfig } = bodyOf(requests[0]?.text)
    const [{ functionDeclarations }] = tools
    const names = functionDeclarations.map(({ name }: { name: string }) => name)
    expect(tools).toHaveLength(1)
    expect(names).toEqual(['list_files', 'read_file', 'search', 'submit_review'])
    expect(functionDeclarations[3].parametersJsonSchema.required).toContain('findings')
    expect(toolConfig).toEqual({ functionCallingConfig: { mode: 'AUTO' } })
    expect(generationConfig.thinkingConfig).toEqual({ thinkingLevel: 'high' })
  })

  it('leaves nothing but that function where the turns are over', async () => {
    const outcome = await review({ turns: [read], limits: { turns: 2 } })
    expect(bodyOf(lastText(outcome)).toolConfig).toEqual({
      functionCallingConfig: { mode: 'ANY', allowedFunctionNames: ['submit_review'] },
    })
  })

  it('gives the model its signed thoughts back', async () => {
    const outcome = await review({ turns: [read, done] })
    expect(bodyOf(lastText(outcome)).contents[1]).toEqual({
      role: 'model',
      parts: [{ functionCall: { name: 'read_file', args: { path: 'src/a.ts' } }, thoughtSignature: 'signed' }],
    })
  })

  it('does without a level of thinking where the model knows none', async () => {
    const error = { code: 400, status: 'INVALID_ARGUMENT', message: 'Thinking level is not supported for this model.' }
    const { reply, requests } = await review({
      turns: [{ kind: 'fault', fault: httpError(400, { error }) }, read, done],
    })
    expect(reply?.text).toBe(answerText)
    expect(bodyOf(requests[1]?.text).generationConfig).not.toHaveProperty('thinkingConfig')
  })

  it('asks again after a call that the API could not read', async () => {
    const slip: WireTurn = {
      kind: 'fault',
      fault: (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' })
        response.end(`data: ${JSON.stringify({ candidates: [{ finishReason: 'MALFORMED_FUNCTION_CALL' }] })}\n\n`)
      },
    }
    const { reply } = await review({ turns: [slip, read, done] })
    expect(reply?.text).toBe(answerText)
    const { error } = await review({ turns: [slip] })
    expect(error).toMatchObject({ code: 'NO_REPLY' })
  })
})
