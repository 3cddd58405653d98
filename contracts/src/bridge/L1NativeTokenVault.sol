// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Ownable2StepUpgradeable} from "@openzeppelin/contracts-upgradeable/access/Ownable2StepUpgradeable.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {AssetId} from "../common/AssetId.sol";
import {ETH_TOKEN_ADDRESS} from "../common/Constants.sol";
import {IL1AssetRouter} from "../interfaces/IL1AssetRouter.sol";
import {IL1NativeTokenVault} from "../interfaces/IL1NativeTokenVault.sol";
import {INativeTokenVault} from "../interfaces/INativeTokenVault.sol";
import {AssetData} from "./AssetData.sol";
import {NativeTokenVault} from "./NativeTokenVault.sol";

contract L1NativeTokenVault is IL1NativeTokenVault, NativeTokenVault, Ownable2StepUpgradeable, UUPSUpgradeable {
    using SafeERC20 for IERC20;

    address private immutable _ASSET_ROUTER;
    /// @inheritdoc IL1NativeTokenVault
    address public immutable L1_NULLIFIER;

    /// @inheritdoc IL1NativeTokenVault
    mapping(uint256 chainId => mapping(bytes32 assetId => uint256)) public chainBalance;

    constructor(address assetRouter, address nullifier) {
        if (assetRouter == address(0) || nullifier == address(0)) revert ZeroAddress();
        _ASSET_ROUTER = assetRouter;
        L1_NULLIFIER = nullifier;
        _disableInitializers();
    }

    function initialize(address owner_, address beacon) external initializer {
        if (beacon == address(0)) revert ZeroAddress();
        __Ownable_init(owner_);
        bridgedTokenBeacon = beacon;
        _register(AssetId.ofToken(block.chainid, ETH_TOKEN_ADDRESS), ETH_TOKEN_ADDRESS, block.chainid);
    }

    /// @inheritdoc INativeTokenVault
    function L1_CHAIN_ID() external view returns (uint256) {
        return block.chainid;
    }

    /// @inheritdoc INativeTokenVault
    function ASSET_ROUTER() public view override(INativeTokenVault, NativeTokenVault) returns (address) {
        return _ASSET_ROUTER;
    }

    /// @inheritdoc IL1NativeTokenVault
    function lockBaseToken(uint256 chainId, bytes32 id, address originalCaller, uint256 amount)
        external
        payable
        onlyAssetRouter
        nonReentrant
    {
        if (tokenAddress[id] == address(0)) revert AssetIdNotSupported(id);
        _take(chainId, id, originalCaller, amount);
        // The receiver of base token is named in the priority operation, not here.
        emit BridgeBurn(chainId, id, originalCaller, address(0), amount);
    }

    /// @inheritdoc IL1NativeTokenVault
    function bridgeRecoverFailedTransfer(uint256 chainId, bytes32 id, address depositSender, uint256 amount)
        external
        onlyAssetRouter
        nonReentrant
    {
        emit BridgeMint(chainId, id, depositSender, amount);
        _give(chainId, id, depositSender, amount);
    }

    function _lock(address token, address from, uint256 amount) internal override {
        uint256 expected = token == ETH_TOKEN_ADDRESS ? amount : 0;
        if (msg.value != expected) revert ValueMismatch(expected, msg.value);
        if (token != ETH_TOKEN_ADDRESS) _lockERC20(token, from, amount);
    }

    function _pull(address token, address from, uint256 amount) internal override {
        IL1AssetRouter(_ASSET_ROUTER).transferFundsToNTV(assetId[token], amount, from);
    }

    function _unlock(address token, address to, uint256 amount) internal override {
        if (token == ETH_TOKEN_ADDRESS) {
            Address.sendValue(payable(to), amount);
        } else {
            IERC20(token).safeTransfer(to, amount);
        }
    }

    function _recordOut(uint256 chainId, bytes32 id, uint256 amount) internal override {
        if (originChainId[id] != chainId) chainBalance[chainId][id] += amount;
    }

    function _recordIn(uint256 chainId, bytes32 id, uint256 amount) internal override {
        if (originChainId[id] == chainId) return;
        uint256 balance = chainBalance[chainId][id];
        if (balance < amount) revert InsufficientChainBalance(chainId, id, balance, amount);
        chainBalance[chainId][id] = balance - amount;
    }

    /// @dev Otherwise a chain could choose name and decimals of another chain's token here.
    function _checkFirstArrival(uint256 chainId, bytes32, uint256 origin) internal pure override {
        if (origin != chainId) revert OriginMustRegister(origin, chainId);
    }

    function _authorizeUpgrade(address) internal override onlyOwner {}
}
