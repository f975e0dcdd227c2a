/** Whether the tests run on Node.js 22, whose streams and sockets differ from those of newer versions in a few places. */
export const isNode22 = process.versions.node.startsWith("22.");
