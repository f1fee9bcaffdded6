// No module, so that this declares one: what a host's own file exports.
declare module "*/prismaClient.js" {
  export const prisma: { $queryRawUnsafe<T>(text: string, ...params: unknown[]): Promise<T> };
}
