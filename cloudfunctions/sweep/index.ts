export const main = async () => ({})
