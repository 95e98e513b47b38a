import ts from 'typescript'
import { at, below, type Rule } from './source'

/**
 * What an input cuts off is gone before anybody could put it right: its length is that of what it holds, with room for
 * what a paste brings along, and never a number that somebody thought enough. -1 is no limit.
 */
export const inputs: Rule = source =>
  below(source, ts.isJsxAttribute)
    .filter(
      ({ name, initializer }) =>
        name.getText() === 'maxlength' && /^\{?["']?\d/.test(initializer?.getText() ?? ''),
    )
    .map(attribute =>
      at(
        attribute,
        'is a length of its own: take `longest` of its kind (form/typed), or roomFor what is kept',
      ),
    )
