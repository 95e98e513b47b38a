export { startQiyuesuoSimulator } from './simulator'
