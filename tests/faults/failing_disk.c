/* Makes the n-th change of a file below a folder fail, as a full or broken disk would.
   Preloaded into a Python process, which arms it through ctypes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[4096];
static long remaining = 0, fired = 0;
static int lasting = 0, reason = ENOSPC, armed = 0;

void fault_arm(const char *below, long at, int for_good, int why) {
    snprintf(folder, sizeof folder, "%s", below);
    remaining = at; lasting = for_good; reason = why; fired = 0; armed = 1;
}

long fault_disarm(void) { armed = 0; return fired; }

static int fails(const char *path) {
    if (!armed || strncmp(path, folder, strlen(folder)) != 0) return 0;
    if (--remaining > 0 || (remaining < 0 && !lasting)) return 0;
    fired++;
    errno = reason;
    return 1;
}

static int fails_at(int file) {
    char link[64], path[4096];
    int kept = errno;
    if (!armed) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    errno = kept;
    if (length < 0) return 0;
    path[length] = 0;
    return fails(path);
}

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

ssize_t write(int f, const void *b, size_t n) { REAL(ssize_t, "write", int, const void *, size_t); return fails_at(f) ? -1 : real(f, b, n); }
ssize_t pwrite(int f, const void *b, size_t n, off_t o) { REAL(ssize_t, "pwrite", int, const void *, size_t, off_t); return fails_at(f) ? -1 : real(f, b, n, o); }
ssize_t pwrite64(int f, const void *b, size_t n, off64_t o) { REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t); return fails_at(f) ? -1 : real(f, b, n, o); }
int fsync(int f) { REAL(int, "fsync", int); return fails_at(f) ? -1 : real(f); }
int fdatasync(int f) { REAL(int, "fdatasync", int); return fails_at(f) ? -1 : real(f); }
int ftruncate(int f, off_t n) { REAL(int, "ftruncate", int, off_t); return fails_at(f) ? -1 : real(f, n); }
int ftruncate64(int f, off64_t n) { REAL(int, "ftruncate64", int, off64_t); return fails_at(f) ? -1 : real(f, n); }
int unlink(const char *p) { REAL(int, "unlink", const char *); return fails(p) ? -1 : real(p); }
int rename(const char *a, const char *b) { REAL(int, "rename", const char *, const char *); return fails(b) ? -1 : real(a, b); }
