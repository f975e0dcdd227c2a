/** The part of a client that reports changes of the list. */
interface Notified {
  fallbackNotificationHandler?: ((notification: never) => Promise<void>) | undefined;
}

type Refresh = () => Promise<void>;

/** Client → the lists to update. Unreferenced lists are dropped. */
const followers = new WeakMap<Notified, Set<WeakRef<{ readonly refresh: Refresh }>>>();

/**
 * Loads a list again whenever the server reports that its tools changed. Existing handlers of the client stay in place,
 * including one for this notification. If loading fails, the previous list stays.
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
