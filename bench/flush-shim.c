/*
 * Stands between a process and its disk: counts flushes, and makes each take longer.
 *
 *   FLUSHES_FILE  eight bytes that hold the count
 *   FLUSH_US      how much longer each flush takes, in microseconds
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static long *flushes;
static int delay;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("FLUSHES_FILE"), *us = getenv("FLUSH_US");
  int fd = path ? open(path, O_RDWR) : -1;
  void *page = fd < 0 ? MAP_FAILED : mmap(0, sizeof *flushes, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  flushes = page == MAP_FAILED ? 0 : page;
  delay = us ? atoi(us) : 0;
}

static void slow(void) {
  if (flushes) __sync_fetch_and_add(flushes, 1);
  if (delay) usleep(delay);
}

int fsync(int fd) {
  slow();
  return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(fd);
}

int fdatasync(int fd) {
  slow();
  return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(fd);
}
