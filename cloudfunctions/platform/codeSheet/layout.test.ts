import { cell, cutsAround, type Place, placeOf } from './layout'

/** Cells from the upper left corner of the first. */
const inCells = ({ left, top }: Place) => [
  Math.round(((left - placeOf(0).left) / cell.width) * 100) / 100,
  Math.round(((placeOf(0).top - top) / cell.height) * 100) / 100,
]

test.each([
  [0, [0, 0]],
  [1, [1, 0]],
  [2, [2, 0]],
  [3, [0, 1]],
  [7, [1, 2]],
  [11, [2, 3]],
])('the code %i stands in the column and row %j', (n, place) => {
  expect(inCells(placeOf(n))).toEqual(place)
})

/** Each by where it begins and ends. */
test.each([
  [1, ['0,0 1,0', '0,1 1,1'], ['0,0 0,1', '1,0 1,1']],
  [2, ['0,0 2,0', '0,1 2,1'], ['0,0 0,1', '1,0 1,1', '2,0 2,1']],
  [5, ['0,0 3,0', '0,1 3,1', '0,2 2,2'], ['0,0 0,2', '1,0 1,2', '2,0 2,2', '3,0 3,1']],
  [7, ['0,0 3,0', '0,1 3,1', '0,2 3,2', '0,3 1,3'], ['0,0 0,3', '1,0 1,3', '2,0 2,2', '3,0 3,2']],
  [12, ['0,0 3,0', '0,1 3,1', '0,2 3,2', '0,3 3,3', '0,4 3,4'], ['0,0 0,4', '1,0 1,4', '2,0 2,4', '3,0 3,4']],
])('%i codes are cut apart along every edge, each drawn once', (codes, across, down) => {
  const ends = cutsAround(codes).map(({ from, to }) =>
    [from, to].map(([left, top]) => inCells({ left, top }).join()).join(' '),
  )
  expect(ends).toEqual([...across, ...down])
})
