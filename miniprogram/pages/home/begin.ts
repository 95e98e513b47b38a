import type { Subject } from '../../cloud/types'
import { isComputer } from '../../entry/device'
import { toForm, toHandover } from '../../routes'

/** A computer only shows the code with which the phone begins. */
export function begin(subject: Subject) {
  return isComputer() ? toHandover({ subject }) : toForm(subject)
}
