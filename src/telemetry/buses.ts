/** Does work under a name, and sees how it goes. */
export type Around = <T>(name: string, work: () => Promise<T>) => Promise<T>;

interface Bus {
  execute(message: object): Promise<unknown>;
}

/** Has everything that a bus executes go through `around`, named after its class. */
export function aroundBus(bus: Bus, suffix: string, around: Around): void {
  const execute = bus.execute.bind(bus);
  const names = new Map<unknown, string>();
  const nameOf = (message: object): string => {
    const type = message.constructor;
    const name = names.get(type) ?? type.name.replace(new RegExp(`${suffix}$`), '');
    names.set(type, name);
    return name;
  };
  bus.execute = (message) => around(nameOf(message), () => execute(message));
}
