/** What is needed of a client to hear of a changed list. */
interface Notified {
  fallbackNotificationHandler?: ((notification: never) => Promise<void>) | undefined;
}

type Refresh = () => Promise<void>;

/** Client → the lists that follow it; an unreferenced list is dropped. */
const followers = new WeakMap<Notified, Set<WeakRef<{ readonly refresh: Refresh }>>>();

/**
 * Reads a list again whenever the server says that its tools have changed. A handler that the client has already, also for this
 * notification, stays in place. When the list cannot be read, the former one stays.
 */
export function followChanges(client: Notified, list: { readonly refresh: Refresh }): void {
  const known = followers.get(client);
  const all = known ?? new Set();
  for (const one of all) if (!one.deref()) all.delete(one);
  all.add(new WeakRef(list));
  if (known) return;
  followers.set(client, all);
  const before = client.fallbackNotificationHandler;
  client.fallbackNotificationHandler = async (notification: { readonly method?: unknown }) => {
    if (notification.method === "notifications/tools/list_changed")
      await Promise.allSettled([...all].map(async (one) => one.deref()?.refresh()));
    await before?.(notification as never);
  };
}
