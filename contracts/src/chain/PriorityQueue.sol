// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Queue of the hashes of priority operations
/// @dev Expiration times are packed four to a word, which makes the time of an operation cost a quarter of a storage slot.
library PriorityQueue {
    struct Queue {
        uint64 head; // the first operation that waits
        uint64 tail; // the id of the next operation
        mapping(uint256 id => bytes32) hashes;
        mapping(uint256 word => uint256) expirations;
    }

    // 0x63c36549
    error QueueIsEmpty();

    function push(Queue storage queue, bytes32 hash, uint64 expiresAt) internal {
        uint256 id = queue.tail;
        queue.hashes[id] = hash;
        queue.expirations[id / 4] |= uint256(expiresAt) << _shift(id);
        queue.tail = uint64(id + 1);
    }

    /// @notice Takes the operation that waits longest out.
    function popHash(Queue storage queue) internal returns (bytes32 hash) {
        uint256 id = queue.head;
        if (id == queue.tail) revert QueueIsEmpty();
        hash = queue.hashes[id];
        delete queue.hashes[id];
        queue.head = uint64(id + 1);
    }

    function size(Queue storage queue) internal view returns (uint256) {
        return queue.tail - queue.head;
    }

    /// @notice Whether the operation that waits longest should have been executed before `time`.
    function hasExpired(Queue storage queue, uint256 time) internal view returns (bool) {
        return size(queue) != 0 && expiration(queue, queue.head) < time;
    }

    function expiration(Queue storage queue, uint256 id) internal view returns (uint64) {
        return uint64(queue.expirations[id / 4] >> _shift(id));
    }

    function _shift(uint256 id) private pure returns (uint256) {
        return (id % 4) * 64;
    }
}
