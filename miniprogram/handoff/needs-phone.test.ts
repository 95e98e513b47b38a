import type { Handoff } from '../cloud/types'
import { needsPhone } from './needs-phone'

const ways: Record<Handoff['kind'], boolean> = {
  plugin: true,
  miniProgram: true,
  webUrl: false,
  qrImage: false,
}

test.each(Object.entries(ways))('%s needs a phone: %s', (kind, needed) => {
  expect(needsPhone({ kind } as Handoff)).toBe(needed)
})
