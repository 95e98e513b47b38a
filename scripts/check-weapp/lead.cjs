const http = require('node:http')
const https = require('node:https')

/* Preloaded: in this process the way to servicewechat.com leads to the fake, and every other way out is closed. */
const { port } = new URL(process.env.SERVICE_WECHAT)

https.request = (options, answered) => {
  if ((options.hostname ?? options.host) !== 'servicewechat.com') throw new Error('this check works offline')
  const { path, method, headers } = options
  return http.request({ host: '127.0.0.1', port, path, method, headers }, answered)
}
