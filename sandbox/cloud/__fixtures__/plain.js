// A cloud function without the SDK: says what it received and misbehaves on request.
let calls = 0
let inside = 0
let left = 0

const behaviours = {
  echo: (event, context) => ({ event, context }),
  env: () => ({ ...process.env }),
  state: () => ({ calls, left }),
  throw: () => {
    throw new Error('planned failure')
  },
  exit: () => process.exit(3),
  reject: () => {
    Promise.reject(new Error('nobody waits for this'))
    return new Promise(() => {})
  },
  hang: () => new Promise(() => {}),
  loop: () => {
    for (;;);
  },
  big: ({ bytes }) => 'x'.repeat(bytes),
  nothing: () => undefined,
  circular: () => {
    const value = {}
    value.self = value
    return value
  },
  print: () => {
    console.log('first line\nsecond line')
    console.error('to stderr')
    return null
  },
  leaveWork: () => {
    setTimeout(() => {
      left += 1
    }, 0)
    return calls
  },
  exclusive: async ({ ms = 20 }) => {
    inside += 1
    const seen = inside
    await new Promise(resolve => setTimeout(resolve, ms))
    inside -= 1
    return seen
  },
  answer: ({ answer }) => answer,
}

exports.main = async (event, context) => {
  calls += 1
  // Over HTTP access the wish comes in the query string.
  const wish = event.queryStringParameters?.do ? { ...event.queryStringParameters, event } : event
  const behaviour = behaviours[wish.do ?? 'echo']
  if (typeof wish.answer === 'string') return behaviour({ answer: JSON.parse(wish.answer) }, context)
  return behaviour(wish.event ?? event, context)
}
