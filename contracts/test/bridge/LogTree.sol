// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {LOG_TREE_DEPTH} from "../../src/common/Constants.sol";
import {L2Log} from "../../src/common/Types.sol";
import {MessageHashing} from "../../src/common/MessageHashing.sol";

/// @dev The log tree of docs/spec.md section 4, built the slow way.
library LogTree {
    bytes32 private constant METADATA = bytes32(bytes4(0x010f0001));

    function emptyLeaf() internal pure returns (bytes32) {
        return keccak256(new bytes(88));
    }

    /// @dev Root of a batch with these leaves, and the proof of the leaf at `index`.
    function prove(bytes32[] memory leaves, uint256 index)
        internal
        pure
        returns (bytes32 root, bytes32[] memory proof)
    {
        proof = new bytes32[](LOG_TREE_DEPTH + 2);
        proof[0] = METADATA;
        bytes32 empty = emptyLeaf();
        bytes32[] memory level = leaves;
        for (uint256 depth = 0; depth < LOG_TREE_DEPTH; ++depth) {
            proof[depth + 1] = (index ^ 1) < level.length ? level[index ^ 1] : empty;
            bytes32[] memory next = new bytes32[]((level.length + 1) / 2);
            for (uint256 i = 0; i < next.length; ++i) {
                bytes32 right = 2 * i + 1 < level.length ? level[2 * i + 1] : empty;
                next[i] = MessageHashing.pair(level[2 * i], right);
            }
            (level, index, empty) = (next, index / 2, MessageHashing.pair(empty, empty));
        }
        root = MessageHashing.pair(level[0], 0);
    }

    function single(L2Log memory log) internal pure returns (bytes32 root, bytes32[] memory proof) {
        bytes32[] memory leaves = new bytes32[](1);
        leaves[0] = MessageHashing.leafOfLog(log);
        return prove(leaves, 0);
    }
}
