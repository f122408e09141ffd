package main

import (
	"runtime"
	"runtime/debug"
)

// slack is how many bytes of what is no longer used may lie about beside a large
// journal before they are collected.
const slack = 64 << 20

// giveBack returns to the system what reading the journal took and left, once
// all of it is in memory. From then on the collector lets the heap grow by slack,
// not by as much again as it holds.
func giveBack() {
	debug.FreeOSMemory()
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	debug.SetGCPercent(int(min(100, max(20, 100*slack/now.HeapAlloc))))
}
