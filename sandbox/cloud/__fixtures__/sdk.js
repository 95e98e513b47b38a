// A cloud function that runs the code a test sends it, with the real wx-server-sdk.
const vm = require('node:vm')
const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, serviceUrl: process.env.GATEWAY_URL })
const db = cloud.database()

exports.main = async (event, context) => {
  // Over HTTP access the code is the body.
  const run = vm.runInThisContext(`(${event.code ?? event.body})`)
  return run({ cloud, db, _: db.command, $: db.command.aggregate, input: event.input, event, context })
}
