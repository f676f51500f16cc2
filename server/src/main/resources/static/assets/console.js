// What the console does beyond links and forms; every page works without it.
