// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {L2_BOOTLOADER, L2_MESSENGER, LOG_TREE_DEPTH} from "./Constants.sol";
import {L2Log, L2Message, TxStatus} from "./Types.sol";

/// @title Leaves and paths of the log tree, docs/spec.md section 4
library MessageHashing {
    uint8 private constant PROOF_VERSION = 1;

    /// @dev The path goes through the tree of the batch and one step further, to the half of the aggregated root.
    uint8 private constant PATH_LENGTH = uint8(LOG_TREE_DEPTH + 1);

    // 0xbe0418b5
    error ProofMetadataInvalid(bytes32 metadata);
    // 0x2c4bf2ec
    error ProofLengthInvalid(uint256 words);
    // 0x4d123d5a
    error LogIndexTooLarge(uint256 index);

    function leafOfLog(L2Log memory log) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encodePacked(log.l2ShardId, log.isService, log.txNumberInBatch, log.sender, log.key, log.value)
            );
    }

    function logOfMessage(L2Message memory message) internal pure returns (L2Log memory) {
        return L2Log({
            l2ShardId: 0,
            isService: true,
            txNumberInBatch: message.txNumberInBatch,
            sender: L2_MESSENGER,
            key: bytes32(uint256(uint160(message.sender))),
            value: keccak256(message.data)
        });
    }

    function logOfPriorityResult(bytes32 operation, uint16 txNumberInBatch, TxStatus status)
        internal
        pure
        returns (L2Log memory)
    {
        return L2Log({
            l2ShardId: 0,
            isService: true,
            txNumberInBatch: txNumberInBatch,
            sender: L2_BOOTLOADER,
            key: operation,
            value: bytes32(uint256(status))
        });
    }

    /// @notice Root to which `proof` leads from `leaf` at `index`.
    /// @dev The index must lie in the tree of the batch: one that is larger would name the same leaf twice, and who
    /// remembers spent messages by index would pay twice.
    function rootFromProof(bytes32 leaf, uint256 index, bytes32[] calldata proof) internal pure returns (bytes32 root) {
        if (proof.length != 1 + PATH_LENGTH) revert ProofLengthInvalid(proof.length);
        checkMetadata(proof[0]);
        if (index >> LOG_TREE_DEPTH != 0) revert LogIndexTooLarge(index);

        root = leaf;
        for (uint256 i = 1; i < proof.length; ++i) {
            bytes32 sibling = proof[i];
            root = index & 1 == 0 ? pair(root, sibling) : pair(sibling, root);
            index >>= 1;
        }
    }

    function pair(bytes32 left, bytes32 right) internal pure returns (bytes32) {
        return keccak256(abi.encode(left, right));
    }

    /// @dev version 1, 15 siblings, no proof of the batch in a chain tree, this is the final node, nothing else.
    function checkMetadata(bytes32 metadata) private pure {
        bytes32 expected = bytes32(abi.encodePacked(PROOF_VERSION, PATH_LENGTH, uint8(0), uint8(1)));
        if (metadata != expected) revert ProofMetadataInvalid(metadata);
    }
}
