const { toBuffer } = require('qrcode')
const { parentPort, workerData } = require('node:worker_threads')

/** See qr.ts. */
const { texts, margin, width } = workerData
Promise.all(texts.map(text => toBuffer(text, { margin, width }))).then(images =>
  parentPort.postMessage(images),
)
