import { drawBudget } from './budget/budget'
import { builtSizes } from './budget/built'

/** `npm run budget`: writes down what the last build came to, for whoever has made something grow and means it. */
async function main() {
  await drawBudget(await builtSizes())
}

main().catch(error => {
  console.error(error)
  process.exitCode = 1
})
