/** A plain HTTP server on one address, which closes completely: sockets that hang included. */
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

export interface RunningServer {
  url: string
  port: number
  close(): Promise<void>
}

/** Rejects with Node's own error, `EADDRINUSE` among them, when the port cannot be had; port 0 takes a free one. */
export async function startServer(options: {
  host: string
  port: number
  handle(message: IncomingMessage, response: ServerResponse, serverUrl: string): void
}): Promise<RunningServer> {
  const sockets = new Set<Socket>()
  let url = ''
  const server = http.createServer((message, response) => options.handle(message, response, url))
  server.on('connection', socket => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  url = `http://${options.host}:${port}`
  return {
    url,
    port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
