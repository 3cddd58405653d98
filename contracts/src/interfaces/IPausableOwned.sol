// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Pause switch of the owner
interface IPausableOwned {
    function pause() external;

    function unpause() external;
}
