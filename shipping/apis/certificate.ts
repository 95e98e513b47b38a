import tls from 'node:tls'

const timeoutMs = 10_000

/** When the certificate of a host ends, ms since the epoch; null: nobody answers there. */
export function certificateEnds(host: string): Promise<number | null> {
  return new Promise(resolve => {
    const socket = tls.connect({
      host,
      port: 443,
      servername: host,
      timeout: timeoutMs,
      // One that has ended is an answer too; nothing is sent.
      rejectUnauthorized: false,
    })
    const ended = (answer: number | null) => {
      socket.destroy()
      resolve(answer)
    }
    const ends = () => Date.parse(socket.getPeerCertificate().valid_to ?? '') || null
    socket.on('secureConnect', () => ended(ends()))
    socket.on('timeout', () => ended(null))
    socket.on('error', () => ended(null))
  })
}
