/** A server could not be started; `service` and `variable` say which and how to move it. */
class StartError extends Error {
  constructor(
    readonly service: string,
    readonly variable: string,
    readonly port: number,
    override readonly cause: unknown,
  ) {
    super(
      `${service} could not start on port ${port}: ${cause instanceof Error ? cause.message : String(cause)}`,
    )
    this.name = 'StartError'
  }
}

/** Runs `start`; a failure is told as a StartError. */
export async function placed<T>(
  service: string,
  variable: string,
  port: number,
  start: (port: number) => Promise<T>,
): Promise<T> {
  try {
    return await start(port)
  } catch (error) {
    throw new StartError(service, variable, port, error)
  }
}

/** What went wrong, and what to do about it; `command` is what was run. */
export function explain(error: unknown, command: string): string {
  if (!(error instanceof StartError)) return error instanceof Error ? error.message : String(error)
  const { service, port, variable, cause } = error
  if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE') {
    return [
      `端口 ${port} 已被占用,无法启动 ${service}。请关闭占用它的程序,或换一个端口:${variable}=${port + 1000} ${command}`,
      `Port ${port} is taken (${service}). Stop what uses it, or move: ${variable}=${port + 1000} ${command}`,
    ].join('\n')
  }
  return error.message
}
